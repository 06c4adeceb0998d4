// Where the tests find the shipped model, loaded once.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "reading/reading.h"

namespace entente {

inline const std::string model_path = std::string(ENTENTE_SOURCE) + "/models/english.model";

inline const Reader& reader() {
  static const Result<Reader> loaded = Reader::load(model_path);
  EXPECT_TRUE(loaded.ok()) << loaded.error().message;
  return loaded.value();
}

}  // namespace entente
