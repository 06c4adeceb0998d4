// The network of actors: an oval of names, its signed edges drawn inside, so that no line can cross a name.
#include <algorithm>
#include <cmath>
#include <map>
#include <ranges>

#include "report/brief_render.h"
#include "report/page.h"
#include "report/report.h"
#include "report/svg_parts.h"
#include "report/wrap.h"

namespace entente {

namespace {

constexpr size_t most_actors = 16;
constexpr double name_font = 15;
constexpr double name_height = 40;  // between names on one side: labels can never touch
constexpr double oval_width = 250;
constexpr double legend_width = 460;
constexpr double gap = 12;  // from a node to its name
constexpr size_t longest_network_name = 22;

struct Edge {
  size_t a;
  size_t b;
  const PairStanding* standing;
};

struct Place {
  double x = 0;
  double y = 0;
  bool left = true;
};

class Network {
 public:
  explicit Network(const Brief& brief) : brief_(brief) {
    for (const PairStanding& standing : brief.around) standings_.push_back(&standing);
    for (const StandingRow& row : brief.standings) {
      if (brief.around.empty()) standings_.push_back(&row.overall);
    }
    choose_actors();
    choose_edges();
    order();
  }

  std::string write() {
    lay_out();
    const double legend = 58;
    out_ = svg_open("network", width_, height_ + legend, "Network of the actors", description());
    for (const Edge& edge : edges_) write_edge(edge);
    for (size_t i = 0; i < seats_.size(); ++i) write_node(i);
    write_legend(height_ + 22);
    return out_ + "</svg>\n";
  }

 private:
  /// Those that take part in a standing, the most spoken of first.
  void choose_actors() {
    std::map<ActorId, size_t> counts;
    for (const PairStanding* standing : standings_) {
      counts[standing->pair.from] += standing->grounds.size();
      counts[standing->pair.to] += standing->grounds.size();
    }
    std::vector<std::pair<ActorId, size_t>> ranked(counts.begin(), counts.end());
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    left_out_ = ranked.size() > most_actors ? ranked.size() - most_actors : 0;
    ranked.resize(ranked.size() - left_out_);
    for (const auto& [id, n] : ranked) actors_.push_back(id);
  }

  void choose_edges() {
    std::map<ActorId, size_t> index;
    for (size_t i = 0; i < actors_.size(); ++i) index[actors_[i]] = i;
    for (const PairStanding* standing : standings_) {
      const auto a = index.find(standing->pair.from);
      const auto b = index.find(standing->pair.to);
      if (a != index.end() && b != index.end()) edges_.push_back({a->second, b->second, standing});
    }
    std::stable_sort(edges_.begin(), edges_.end(),
                     [](const Edge& a, const Edge& b) { return weight(a) < weight(b); });  // the strong on top
  }

  static double weight(const Edge& edge) { return std::abs(edge.standing->balance); }

  /// Seats: the first half fill the left side from top to bottom, the others the right side.
  [[nodiscard]] size_t left_count() const { return (seats_.size() + 1) / 2; }

  /// Swaps seats as long as that makes the strong edges shorter. Deterministic: first better swap, in order.
  void order() {
    for (size_t i = 0; i < actors_.size(); ++i) seats_.push_back(i);
    lay_out();
    double best = cost();
    for (bool better = true; better;) {
      better = false;
      for (size_t i = 0; i < seats_.size(); ++i) {
        for (size_t k = i + 1; k < seats_.size(); ++k) {
          std::swap(seats_[i], seats_[k]);
          lay_out();
          const double now = cost();
          if (now < best - 1e-9) {
            best = now;
            better = true;
          } else {
            std::swap(seats_[i], seats_[k]);
          }
        }
      }
    }
    lay_out();
  }

  /// Lengths of the edges by their strength, with the main pair drawn to the middle of the two sides.
  [[nodiscard]] double cost() const {
    double sum = 0;
    for (const Edge& edge : edges_) {
      const Place& a = places_[edge.a];
      const Place& b = places_[edge.b];
      const double same_side = a.left == b.left ? 60 : 0;
      sum += (0.2 + weight(edge)) * (std::hypot(a.x - b.x, a.y - b.y) + same_side);
    }
    for (size_t i = 0; i < actors_.size(); ++i) {
      if (is_main(i)) sum += 20 * std::abs(places_[i].y - height_ / 2);
    }
    return sum;
  }

  [[nodiscard]] bool is_main(size_t actor) const {
    return brief_.main_pair && (actors_[actor] == brief_.main_pair->from || actors_[actor] == brief_.main_pair->to);
  }

  /// Evenly spaced rows on either side, bent to an oval.
  void lay_out() {
    const size_t n = seats_.size();
    const size_t rows = std::max<size_t>(left_count(), 1);
    places_.assign(n, {});
    height_ = static_cast<double>(rows) * name_height + 20;
    double widest = 0;
    for (size_t i = 0; i < actors_.size(); ++i) widest = std::max(widest, svg_text_width(label(i), name_font));
    margin_ = widest + gap + 14;
    width_ = std::max(2 * margin_ + oval_width, legend_width);
    for (size_t seat = 0; seat < n; ++seat) {
      const bool left = seat < left_count();
      const size_t on_side = left ? left_count() : n - left_count();
      const size_t row = left ? seat : seat - left_count();
      const double y = height_ * (static_cast<double>(row) + 0.5) / static_cast<double>(on_side);
      const double from_middle = (y - height_ / 2) / (height_ / 2);
      const double reach = std::sqrt(std::max(0.15, 1 - 0.8 * from_middle * from_middle)) * oval_width / 2;
      places_[seats_[seat]] = {width_ / 2 + (left ? -reach : reach), y, left};
    }
  }

  [[nodiscard]] std::string label(size_t actor) const {
    return cut_to(without_controls(brief_.name(actors_[actor])), longest_network_name);
  }

  static std::string sign_class(Sign sign) {
    if (sign == Sign::mixed) return "mixed";
    return sign == Sign::positive ? "positive" : "negative";
  }

  /// Solid, dashed, dotted: the sign is told without colour too.
  static std::string dashes(Sign sign) {
    if (sign == Sign::positive) return "";
    return sign == Sign::negative ? " stroke-dasharray=\"8 5\"" : " stroke-dasharray=\"0.1 6\"";
  }

  /// A curve that bends to the middle, so that edges of one side leave its names alone.
  void write_edge(const Edge& edge) {
    const Place& a = places_[edge.a];
    const Place& b = places_[edge.b];
    const double pull = a.left == b.left ? 0.75 : 0.12;
    const double x = (a.x + b.x) / 2 * (1 - pull) + width_ / 2 * pull;
    const double y = (a.y + b.y) / 2 * (1 - 0.12) + height_ / 2 * 0.12;
    const bool thin = weight(edge) < edge.standing->uncertainty / 2 && edge.standing->sign != Sign::mixed;
    const std::string width = svg_number(1.5 + 4 * weight(edge));
    out_ += "<path class=\"" + sign_class(edge.standing->sign) + "\" d=\"M" + svg_number(a.x) + ' ' + svg_number(a.y) +
            " Q" + svg_number(x) + ' ' + svg_number(y) + ' ' + svg_number(b.x) + ' ' + svg_number(b.y) +
            "\" stroke-width=\"" + width + "\" stroke-linecap=\"round\"" + dashes(edge.standing->sign) +
            (thin ? " opacity=\"0.55\"" : "") + "><title>" + html_escape(edge_text(*edge.standing)) +
            "</title></path>\n";
  }

  [[nodiscard]] std::string edge_text(const PairStanding& s) const {
    const Relation all{{}, {}, {}, s.sign, std::abs(s.balance), 0, {}};
    const std::string word =
        s.sign == Sign::mixed ? "mixed" : (s.sign == Sign::positive ? "cooperative " : "hostile ") + cell_text(all);
    return pair_label(brief_, s.pair) + ": " + word;
  }

  void write_node(size_t actor) {
    const Place& p = places_[actor];
    const double x = p.x + (p.left ? -gap : gap);
    out_ += "<circle class=\"" + std::string(is_main(actor) ? "main" : "node") + "\" cx=\"" + svg_number(p.x) +
            "\" cy=\"" + svg_number(p.y) + "\" r=\"" + (is_main(actor) ? "7" : "5") + "\"/>\n<text x=\"" +
            svg_number(x) + "\" y=\"" + svg_number(p.y + 5) + "\" font-size=\"" + svg_number(name_font) +
            "\" text-anchor=\"" + (p.left ? "end" : "start") + '"' + (is_main(actor) ? " font-weight=\"600\"" : "") +
            '>' + html_escape(label(actor)) + "</text>\n";
  }

  void write_legend(double y) {
    const double step = (width_ - 40) / 3;
    double x = 20;
    for (const Sign sign : {Sign::positive, Sign::negative, Sign::mixed}) {
      const std::string word = sign == Sign::positive ? "cooperative" : (sign == Sign::negative ? "hostile" : "mixed");
      out_ += "<path class=\"" + sign_class(sign) + "\" d=\"M" + svg_number(x) + ' ' + svg_number(y) + " h34\"" +
              " stroke-width=\"3.5\" stroke-linecap=\"round\"" + dashes(sign) + "/>\n<text class=\"soft\" x=\"" +
              svg_number(x + 42) + "\" y=\"" + svg_number(y + 4.5) + "\" font-size=\"13\">" + word + "</text>\n";
      x += step;
    }
    const std::string more =
        left_out_ == 0 ? "" : "; " + std::to_string(left_out_) + " less mentioned actors are not drawn";
    out_ += "<text class=\"soft\" x=\"20\" y=\"" + svg_number(y + 28) +
            "\" font-size=\"12\">thicker is stronger, pale is thin evidence" + more + "</text>\n";
  }

  [[nodiscard]] std::string description() const {
    std::string out = std::to_string(actors_.size()) + " actors and " + std::to_string(edges_.size()) + " relations.";
    for (const Edge& edge : std::views::reverse(edges_)) out += ' ' + edge_text(*edge.standing) + '.';
    return out;
  }

  const Brief& brief_;
  std::vector<const PairStanding*> standings_;  // the brief's, or those around its pair
  std::vector<ActorId> actors_;
  std::vector<Edge> edges_;
  std::vector<size_t> seats_;  // seat to actor
  std::vector<Place> places_;  // of each actor
  size_t left_out_ = 0;
  double margin_ = 0;
  double width_ = 0;
  double height_ = 0;
  std::string out_;
};

}  // namespace

std::string network_svg(const Brief& brief) {
  return Network(brief).write();
}

}  // namespace entente
