use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme};

use super::place::{Placed, line};
use super::shown::Shown;
use super::snippet::Snippet;

const WIDTH: usize = 100;

/// The finding with its source line and what to do.
pub(super) fn in_full(placed: &Placed<'_>, color: bool) -> String {
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
