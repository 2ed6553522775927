//! The public API of a generated crate: every item a user can name, computed from the intermediate representation.
//!
//! Emission and this list take the types of arguments, fields and results from the same functions
//! (`signature`), so that they cannot tell different things.

mod changes;
mod client;
mod compare;
mod fixed;
mod item;
mod models;
mod operations;
mod text;

pub use changes::changes_and_kept;
pub use changes::gone_names;
pub use changes::{KeptNames, changes};
pub(crate) use compare::compare;
pub use compare::{Change, ItemChange, Level};
pub use item::ItemKind;
pub(crate) use text::text;

use std::collections::BTreeMap;

use crate::ir::{Api, Shape, TypeRef};
use crate::settings::Settings;
use item::Item;

/// The public API of a generated crate.
pub(crate) struct Surface<'a> {
    /// The items, sorted by path and kind.
    pub items: Vec<Item<'a>>,
    /// What the aliases among the types stand for.
    aliases: BTreeMap<&'a str, &'a TypeRef>,
}

/// Returns the public API of the crate that is made of `api`, which has to be analyzed, with `settings`.
pub(crate) fn public_items<'a>(api: &'a Api, settings: &Settings) -> Surface<'a> {
    let mut items = fixed::items(api);
    items.extend(client::items(api));
    items.extend(client::variables(api, settings));
    items.extend(models::items(api));
    items.extend(operations::items(api));
    items.sort_by(|left, right| (&left.path, left.kind).cmp(&(&right.path, right.kind)));
    let aliases = api.types.iter().filter_map(|(name, ty)| match &ty.shape {
        Shape::Alias(target) => Some((name.as_str(), target)),
        _ => None,
    });
    Surface {
        items,
        aliases: aliases.collect(),
    }
}
