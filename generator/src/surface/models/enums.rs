//! Enums of listed values.

use std::fmt;

use crate::ir::{Enum, EnumValue, EnumValues};
use crate::surface::item;
use crate::surface::item::{Detail, Function, Item, ItemKind, Origin, Output, Receiver};

/// Returns the variants, the list of them, and the value as it travels.
pub(super) fn members<'a>(path: &str, values: &'a Enum) -> Vec<Item<'a>> {
    let origin = Origin::At(&values.origin);
    let (mut items, unknown, (name, output)) = match &values.values {
        EnumValues::Strings(listed) => {
            let items = variants(path, values, listed);
            (items, "UnknownValue", ("as_str", "&str"))
        }
        EnumValues::Integers(listed) => {
            let items = variants(path, values, listed);
            (items, "UnknownInteger", ("get", "i64"))
        }
    };
    items.push(unlisted(path, unknown, origin));
    items.push(all(path, origin));
    let function = Function {
        receiver: Some(Receiver::Borrowed),
        arguments: Vec::new(),
        output: Output::Fixed(output),
    };
    items.push(item::function(format!("{path}::{name}"), function, origin));
    items
}

fn variants<'a, T: fmt::Display>(
    path: &str,
    of: &'a Enum,
    listed: &'a [EnumValue<T>],
) -> Vec<Item<'a>> {
    let variant = |value: &'a EnumValue<T>| {
        let path = format!("{path}::{}", value.name);
        let (kind, signature) = (ItemKind::Variant, format!("pub {path}"));
        let origin = Origin::Value(&of.origin, value.place);
        let item = Item::new(kind, path, signature, origin, Detail::Nothing);
        // The empty string is a value too.
        item.standing_for(format!("`{}`", value.wire))
    };
    listed.iter().map(variant).collect()
}

fn unlisted<'a>(path: &str, content: &'static str, origin: Origin<'a>) -> Item<'a> {
    let path = format!("{path}::Unknown");
    let (kind, signature) = (ItemKind::Variant, format!("pub {path}({content})"));
    Item::new(kind, path, signature, origin, Detail::Fixed(content))
}

fn all<'a>(path: &str, origin: Origin<'a>) -> Item<'a> {
    let path = format!("{path}::ALL");
    let signature = format!("pub const {path}: &'static [Self]");
    let kind = ItemKind::Constant;
    Item::new(kind, path, signature, origin, Detail::Nothing)
}
