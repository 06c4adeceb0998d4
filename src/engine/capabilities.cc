#include "engine/capabilities.h"

#include "sources/sources.h"

namespace entente {

Result<Capabilities> read_capabilities(const std::string& data_folder) {
  const Result<DataFrame> frame =
      read_data_frame(data_folder + "/world/capabilities.csv", {{"capability"}, {"actor", "year", "source"}, {}, {}});
  if (!frame) return frame.error();
  Capabilities out;
  for (size_t i = 0; i < frame->rows; ++i) {
    out[ActorId(frame->text.at("actor")[i])] = {frame->numbers.at("capability")[i],
                                                frame->text.at("source")[i] + ", " + frame->text.at("year")[i]};
  }
  return out;
}

}  // namespace entente
