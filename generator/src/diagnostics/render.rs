use super::full::in_full;
use super::place::{Placed, line, place_all};
use super::report::{Report, Verbosity};
use super::{Diagnostic, Severity, Source};

/// How many findings of one code are shown with their source lines.
const SNIPPETS: usize = 5;

/// How many findings of one code are shown at all.
const SHOWN: usize = 20;

/// Returns the report of [`Diagnostics::report`](super::Diagnostics::report).
pub(super) fn render(
    source: &Source,
    items: &[Diagnostic],
    verbosity: Verbosity,
    color: bool,
) -> Report {
    if items.is_empty() {
        return Report::default();
    }
    let placed = place_all(source, items);
    let text = match verbosity {
        Verbosity::Examples => examples(&placed, color),
        Verbosity::Lines => placed.iter().map(line).collect(),
    };
    let count = |severity| {
        let severities = placed.iter().map(|placed| placed.item.severity());
        severities.filter(|each| *each == severity).count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    Report {
        text: text + &totals(errors, warnings),
        errors,
        warnings,
    }
}

/// Returns the first findings of each code with their source lines, by place; then further ones in one line each, by
/// code.
fn examples(placed: &[Placed<'_>], color: bool) -> String {
    let mut by_code: Vec<(&str, Vec<&Placed<'_>>)> = Vec::new();
    let mut text = String::new();
    for placed in placed {
        let id = placed.item.code.id;
        let known = by_code.iter().position(|(known, _)| *known == id);
        let known = known.unwrap_or_else(|| {
            by_code.push((id, Vec::new()));
            by_code.len() - 1
        });
        let Some((_, alike)) = by_code.get_mut(known) else {
            continue;
        };
        if alike.len() < SNIPPETS {
            text.push_str(&in_full(placed, color));
            text.push('\n');
        }
        alike.push(placed);
    }
    let further: Vec<_> = by_code.iter().map(|(_, alike)| further(alike)).collect();
    text + &further.concat()
}

/// Returns the findings of one code that have no source lines: some in one line each, the others as their number.
fn further(alike: &[&Placed<'_>]) -> String {
    let lines = alike.iter().take(SHOWN).skip(SNIPPETS);
    let lines: String = lines.map(|placed| line(placed)).collect();
    match alike.len().saturating_sub(SHOWN) {
        _ if lines.is_empty() => lines,
        0 => lines + "\n",
        unseen => format!("{lines}… and {unseen} more of this kind\n\n"),
    }
}

fn totals(errors: usize, warnings: usize) -> String {
    let counts = [(errors, Severity::Error), (warnings, Severity::Warning)];
    let counts = counts.map(|(count, severity)| {
        let plural = if count == 1 { "" } else { "s" };
        (count > 0).then(|| format!("{count} {severity}{plural}"))
    });
    let counts: Vec<_> = counts.into_iter().flatten().collect();
    format!("{}\n", counts.join(", "))
}

#[cfg(test)]
#[cfg(feature = "fancy")]
mod tests {
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    use super::super::{Code, Diagnostics, Place, Pointer};
    use super::*;

    const BROKEN: Code = Code::error("broken", "correct it");
    const ODD: Code = Code::warning("odd", "it is ignored", "have a look");

    fn diagnostics(text: &str, items: impl IntoIterator<Item = Diagnostic>) -> Diagnostics {
        let mut all = Diagnostics::new(Arc::new(Source::new("api.yaml", text)));
        all.extend(items);
        all
    }

    #[test]
    fn findings_are_sorted_and_shown_once() {
        let place = Pointer::root().child("b");
        let odd = Diagnostic::new(&ODD, place.clone(), "b is odd").with_help("try 3");
        let broken = Diagnostic::new(
            &BROKEN,
            Place::Key(Pointer::root().child("a")),
            "a is broken",
        );
        let all = diagnostics("a: 1\nb: two\n", [odd.clone(), broken, odd]);
        let expected = "\
error[broken]

  × a is broken
   ╭─[api.yaml:1:1]
 1 │ a: 1
   · ─
   ╰────
  help: correct it

warning[odd]

  ⚠ b is odd
   ╭─[api.yaml:2:4]
 2 │ b: two
   · ───
   ╰────
  note: it is ignored
  help: try 3

1 error, 1 warning
";
        let expected = expected.replace("· ───\n   ╰────\n  note", "·    ───\n   ╰────\n  note");
        assert_eq!(all.render(false), expected);
        assert_eq!(all.to_string(), expected);
        assert!(all.render(true).contains("\u{1b}["));
        assert!(all.has_errors());
    }

    #[test]
    fn a_note_is_what_its_finding_says_and_stays_in_lines() {
        let odd = Diagnostic::new(&ODD, Place::Whole, "a is odd");
        let note = "it is read as a number ".repeat(5);
        let all = diagnostics("a: 1\n", [odd.clone(), odd.with_note(note.trim_end())]);
        let broken = "it is read as a\n        number it is read as a number\n";
        assert!(all.render(false).contains("  note: it is ignored\n  help"));
        assert!(all.render(false).contains(broken), "{all}");
        let lines = all.report(Verbosity::Lines, false).text;
        let first = "api.yaml:1:1: warning[odd]: a is odd (it is ignored)\n";
        assert!(lines.starts_with(first), "{lines}");
        assert_eq!(lines.lines().count(), 3);
    }

    #[test]
    fn nothing_found_renders_as_nothing() {
        assert_eq!(diagnostics("", []).render(false), "");
    }

    #[test]
    fn an_empty_text_still_has_a_position() {
        let all = diagnostics("", [Diagnostic::new(&BROKEN, Place::Whole, "empty")]);
        assert!(all.render(false).contains("api.yaml:1:1"), "{all}");
    }

    #[test]
    fn a_minified_document_is_cut_and_its_column_is_true() {
        let text = format!("{{\"a\":\"{}\",\"b\":1}}", "é".repeat(3_000_000));
        let item = |number| {
            Diagnostic::new(
                &BROKEN,
                Pointer::root().child("b"),
                format!("fault {number}"),
            )
        };
        let all = diagnostics(&text, (0..300).map(item));
        let start = Instant::now();
        let shown = all.render(false);
        assert!(start.elapsed() < Duration::from_secs(20));
        assert!(shown.len() < 10_000, "{}", shown.len());
        assert!(shown.contains("api.yaml:1:3000013]"));
        assert!(shown.contains("\napi.yaml:1:3000013: error[broken]: fault 6\n"));
    }

    #[test]
    fn of_many_findings_of_one_code_only_the_first_are_shown() {
        let item = |number| {
            let code = if number % 10 == 9 { &ODD } else { &BROKEN };
            Diagnostic::new(code, Place::offset(number), format!("fault {number}"))
        };
        let all = diagnostics(&"x".repeat(40), (0..40).map(item));
        let shown = all.report(Verbosity::Examples, false);
        assert_eq!((shown.errors, shown.warnings), (36, 4));
        assert_eq!(shown.text.matches("error[broken]\n").count(), 5);
        assert_eq!(shown.text.matches(": error[broken]: fault").count(), 15);
        assert_eq!(shown.text.matches("warning[odd]\n").count(), 4);
        let end = "api.yaml:1:22: error[broken]: fault 21\n… and 16 more of this kind\n\n36 errors, 4 warnings\n";
        assert!(shown.text.ends_with(end), "{}", shown.text);
        let listed = all.report(Verbosity::Lines, false).text;
        assert_eq!(listed.lines().count(), 41);
        assert!(
            listed.contains("fault 9 (it is ignored)\napi.yaml:1:11: error[broken]: fault 10\n")
        );
    }
}
