// entente completion, entente man: what a shell and man(1) ask for.
#include "faces/cli/commands.h"
#include "faces/cli/help.h"

namespace entente::cli {

void add_completion(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "completion", "print a script that completes commands and options",
                                  "  source <(entente completion bash)\n"
                                  "  entente completion fish > ~/.config/fish/completions/entente.fish\n");
  auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "bash, zsh or fish")->required()->type_name("");
  command->callback([shell, &app, &chosen] {
    chosen.action = [shell, &app](Session& session) -> int {
      const std::string script = completion_script(app, *shell);
      if (script.empty())
        return session.fail({ErrorCode::usage, *shell + ": no such shell here: use bash, zsh or fish"});
      session.out().write(script);
      return done;
    };
  });
}

void add_man(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "man", "print the manual page",
                                  "  entente man | man -l -\n"
                                  "  entente man > /usr/local/share/man/man1/entente.1\n");
  command->callback([&app, &chosen] {
    chosen.action = [&app](Session& session) -> int {
      session.out().write(manual_page(app, ENTENTE_VERSION));
      return done;
    };
  });
}

}  // namespace entente::cli
