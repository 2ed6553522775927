use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;

use miette::{GraphicalReportHandler, GraphicalTheme};

use super::locate::locate;
use super::position::{Position, Positions, floor};
use super::shown::Shown;
use super::snippet::{Snippet, visible};
use super::{Diagnostic, Severity, Source};

// Nobody reads more source lines than this; what is beyond gets one line each.
const SNIPPETS: usize = 100;
const WIDTH: usize = 100;

/// The text of [`Diagnostics::render`](super::Diagnostics::render).
pub(super) fn render(source: &Source, items: &[Diagnostic], color: bool) -> String {
    if items.is_empty() {
        return String::new();
    }
    let mut by_source: BTreeMap<Option<&Source>, Vec<&Diagnostic>> = BTreeMap::new();
    for item in items {
        by_source
            .entry(item.source.as_deref())
            .or_default()
            .push(item);
    }
    let placed: Vec<Placed<'_>> = by_source
        .into_iter()
        .flat_map(|(other, items)| place(other.unwrap_or(source), &items))
        .collect();
    let mut text = String::new();
    for (number, item) in placed.iter().enumerate() {
        if number < SNIPPETS {
            text.push_str(&report(item, color));
            text.push('\n');
        } else {
            text.push_str(&line(item));
        }
    }
    text.push_str(&count(&placed));
    text
}

struct Placed<'a> {
    source: &'a Source,
    item: &'a Diagnostic,
    range: Range<usize>,
    position: Position,
}

fn place<'a>(source: &'a Source, items: &[&'a Diagnostic]) -> Vec<Placed<'a>> {
    let text = source.text();
    let places: Vec<_> = items.iter().map(|item| &item.place).collect();
    let ranges = locate(text, &places).into_iter().map(|range| {
        let start = floor(text, range.start);
        start..floor(text, range.end).max(start)
    });
    let mut found: Vec<_> = ranges.zip(items.iter().copied()).collect();
    found.sort_by_key(|(range, item)| (range.start, item.code.id));
    let mut seen = BTreeSet::new();
    found.retain(|(range, item)| seen.insert((range.start, item.code.id, &item.message)));
    let mut positions = Positions::new(text);
    let with_position = found.into_iter().map(|(range, item)| Placed {
        source,
        item,
        position: positions.advance(range.start),
        range,
    });
    with_position.collect()
}

fn report(placed: &Placed<'_>, color: bool) -> String {
    let theme = if color {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(WIDTH)
        .with_break_words(false)
        .with_links(false);
    let shown = Shown {
        item: placed.item,
        snippet: Snippet::new(
            placed.source.name(),
            placed.source.text(),
            &placed.range,
            placed.position,
        ),
    };
    let mut text = String::new();
    match handler.render_report(&mut text, &shown) {
        Ok(()) => text,
        Err(fmt::Error) => line(placed),
    }
}

fn line(placed: &Placed<'_>) -> String {
    let Placed {
        source,
        item,
        position,
        ..
    } = placed;
    let text = format!(
        "{}:{}:{}: {}[{}]: {}",
        source.name(),
        position.line + 1,
        position.column + 1,
        item.severity(),
        item.code.id,
        item.message,
    );
    text.chars().map(visible).chain(['\n']).collect()
}

fn count(placed: &[Placed<'_>]) -> String {
    let counts = [Severity::Error, Severity::Warning].map(|severity| {
        let count = placed
            .iter()
            .filter(|it| it.item.severity() == severity)
            .count();
        let plural = if count == 1 { "" } else { "s" };
        (count > 0).then(|| format!("{count} {severity}{plural}"))
    });
    let counts: Vec<_> = counts.into_iter().flatten().collect();
    format!("{}\n", counts.join(", "))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    use super::super::{Code, Diagnostics, Place, Pointer};
    use super::*;

    const BROKEN: Code = Code::error("broken", "Mend it.");
    const ODD: Code = Code::warning("odd", "Have a look.");

    fn diagnostics(text: &str, items: impl IntoIterator<Item = Diagnostic>) -> Diagnostics {
        let mut all = Diagnostics::new(Arc::new(Source::new("api.yaml", text)));
        all.extend(items);
        all
    }

    #[test]
    fn findings_are_sorted_and_shown_once() {
        let place = Pointer::root().child("b");
        let odd = Diagnostic::new(&ODD, place.clone(), "b is odd").with_help("Try 3.");
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
  help: Mend it.

warning[odd]

  ⚠ b is odd
   ╭─[api.yaml:2:4]
 2 │ b: two
   · ───
   ╰────
  help: Try 3.

1 error, 1 warning
";
        let expected = expected.replace(
            "· ───\n   ╰────\n  help: Try",
            "·    ───\n   ╰────\n  help: Try",
        );
        assert_eq!(all.render(false), expected);
        assert_eq!(all.to_string(), expected);
        assert!(all.render(true).contains("\u{1b}["));
        assert!(all.has_errors());
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
        assert!(shown.len() < 200_000, "{}", shown.len());
        assert!(shown.contains("api.yaml:1:3000013]"));
        assert!(shown.contains("\napi.yaml:1:3000013: error[broken]: fault 299\n300 errors\n"));
    }
}
