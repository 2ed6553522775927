use super::place::{Placed, message_line};
use super::visible::visible;

/// Returns the finding with what the client does instead and what to do.
pub(super) fn in_full(placed: &Placed<'_>, _color: bool) -> String {
    let shown = |text: &str| -> String { text.chars().map(visible).collect() };
    let note = placed.item.note();
    let note = note.map_or_else(String::new, |note| format!("  note: {}\n", shown(note)));
    let help = shown(placed.item.help());
    format!("{}{note}  help: {help}\n", message_line(placed))
}
