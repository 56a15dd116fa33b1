import Diagnostics
import Lessons
import Phrases
import Prose

/// The exercises of a notebook as Moodle questions, in one language.
struct Quiz {
  struct Question {
    enum Kind {
      /// Correct from `low` to `high`.
      case number(value: Double, low: Double, high: Double)
      /// Graded by hand; `expected` is the expected answer.
      case essay(expected: String)
      case choice([String], right: Int)
    }

    /// The id of the blank.
    let name: String
    let text: String
    let points: Double
    let kind: Kind
  }

  let title: String
  let questions: [Question]

  init(content: HandoutContent, language: Language, phrases: PhraseCatalogue) {
    let values = LessonValues(
      notebook: content.notebook, results: content.results, language: language, phrases: phrases)
    let key = AnswerKey(values: values, printed: content.printed)
    title = content.notebook.title[language]
    questions = content.notebook.lessons.flatMap { lesson in
      lesson.exercises.flatMap { exercise in
        key.entries(exercise, lesson: lesson.id).map { entry in
          Self.question(entry, key, lesson: lesson.id, phrases)
        }
      }
    }
  }

  private static func question(
    _ entry: AnswerKey.Entry, _ key: AnswerKey, lesson: String, _ phrases: PhraseCatalogue
  ) -> Question {
    let blank = entry.blank
    var text = key.text(blank.ask, lesson: lesson)
    if let unit = blank.unit {
      text += " " + phrases["handout.inUnit", ["unit": unit[key.values.language]]]
    }
    let kind: Question.Kind
    if let value = entry.value, let accepted = entry.accepted {
      if let decimals = entry.decimals {
        text +=
          " "
          + phrases[
            "handout.decimals\(decimals == 1 ? "One" : "")", ["count": String(decimals)]]
      }
      kind = .number(value: value, low: accepted.lowerBound, high: accepted.upperBound)
    } else if let right = entry.choice {
      kind = .choice(blank.choices.map { key.text($0, lesson: lesson) }, right: right)
    } else {
      kind = .essay(expected: entry.text)
    }
    return Question(name: blank.id, text: text, points: entry.points, kind: kind)
  }
}

extension Quiz.Question {
  /// A decimal with seven significant digits, a point and no exponent.
  static func number(_ value: Double) -> String {
    let style = NumberStyle(decimalMark: ".", groupingMark: "", percentSpace: "")
    var decimals = 0
    var size = value.magnitude
    while size < 1_000_000, decimals < 15 {
      size *= 10
      decimals += 1
    }
    let text = style.string(value, decimals: decimals).replacing(NumberStyle.minus, with: "-")
    guard decimals > 0 else { return text }
    let kept = text.reversed().drop { $0 == "0" }
    return String((kept.first == "." ? kept.dropFirst() : kept).reversed())
  }

  /// A range as its centre and half its width.
  static func tolerance(_ low: Double, _ high: Double) -> (middle: String, size: String) {
    (number((low + high) / 2), number((high - low) / 2))
  }
}
