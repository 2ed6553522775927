use super::place::{Placed, line};
use super::visible::visible;

/// The finding with what to do.
pub(super) fn in_full(placed: &Placed<'_>, _color: bool) -> String {
    let help: String = placed.item.help().chars().map(visible).collect();
    format!("{}  help: {help}\n", line(placed))
}
