//! Tags, by which operations are grouped.

use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::load::{Nodes, plain};
use crate::lower::context::Context;
use crate::lower::shapes::items;

/// Operations without a tag belong to this one.
const UNTAGGED: &str = "general";

/// The first tag of the operation at `at`. A tag is a name; some documents have Tag Objects there.
pub(super) fn first_tag(context: &mut Context<'_>, at: &Pointer) -> String {
    let items = items(context, &at.child("tags"), "`tags`");
    let mut names = items.iter().filter_map(|item| name(context.document, item));
    names.next().unwrap_or_else(|| UNTAGGED.to_owned())
}

fn name(document: &Nodes<'_>, at: &Pointer) -> Option<String> {
    let tag = document.value(at)?;
    let name = tag.get("name").unwrap_or(tag);
    let is_plain = name.is_string() || name.is_number();
    let name = is_plain.then(|| plain(name))?;
    (!name.trim().is_empty()).then_some(name)
}

/// What the document says of a tag.
pub(super) fn description(document: &Nodes<'_>, tag: &str) -> String {
    let tags = document
        .value(&Pointer::root().child("tags"))
        .and_then(Value::as_array);
    let declared = tags
        .into_iter()
        .flatten()
        .find(|declared| declared.get("name").and_then(Value::as_str) == Some(tag));
    declared
        .and_then(|tag| tag.get("description"))
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}
