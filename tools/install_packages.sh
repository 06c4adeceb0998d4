#!/bin/sh
# Installs the Debian packages named as arguments that are missing; elsewhere prints what is needed and stops.
set -eu
missing=""
if command -v dpkg-query > /dev/null; then
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2> /dev/null | grep -q "ok installed" || missing="$missing $package"
  done
  [ -z "$missing" ] && exit 0
fi
if ! command -v apt-get > /dev/null; then
  echo "Entente builds on Debian 12. On this system, install the equivalents of these packages, then build with CMake:" >&2
  echo "  $*" >&2
  exit 1
fi
sudo=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo > /dev/null || { echo "Run as root, or install sudo; missing:$missing" >&2; exit 1; }
  sudo="sudo"
fi
echo "Installing:$missing"
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing > /dev/null
