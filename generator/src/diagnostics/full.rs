use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme};

use super::place::{Placed, line};
use super::shown::Shown;
use super::snippet::Snippet;
use super::visible::visible;

const WIDTH: usize = 100;

/// Returns the finding with its source line, what the client does instead, and what to do.
pub(super) fn in_full(placed: &Placed<'_>, color: bool) -> String {
    let theme = if color {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let label = |name: &str| theme.styles.help.style(name).to_string();
    let (note_label, help_label) = (label("note:"), label("help:"));
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
        Ok(()) => {}
        Err(fmt::Error) => return line(placed),
    }
    if let Some(note) = placed.item.note() {
        text.push_str(&below(&note_label, note));
    }
    text + &below(&help_label, placed.item.help())
}

/// Two spaces, the `label` and the text behind it, in lines of at most [`WIDTH`].
fn below(label: &str, text: &str) -> String {
    const INDENT: &str = "        ";
    let text: String = text.chars().map(visible).collect();
    let mut lines = format!("  {label}");
    let mut column = INDENT.len();
    for word in text.split(' ') {
        let width = word.chars().count();
        if column + width > WIDTH - 2 && column > INDENT.len() {
            lines.push('\n');
            lines.push_str(INDENT);
            column = INDENT.len();
        } else {
            lines.push(' ');
        }
        lines.push_str(word);
        column += width + 1;
    }
    lines.push('\n');
    lines
}
