//! The form of values in XML (OpenAPI 3.0.3, XML Object).

use serde_json::Value;

use super::pair::Pair;
use crate::codes::changes::XML_CHANGED;
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::node::Node;
use crate::diff::wire::words;

const KEY: &str = "xml";

/// What is compared of it; flags that are false say nothing.
const MEMBERS: &[&str] = &[
    "name",
    "namespace",
    "prefix",
    "attribute",
    "wrapped",
    "nodeType",
];

/// Compares the form in XML, if any body is XML.
pub(super) fn compare(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    if !comparison.has_xml {
        return;
    }
    let (old, new) = (pair.old.get(KEY), pair.new.get(KEY));
    let member = |node: &Option<Node<'_>>, key: &str| {
        let value = node.as_ref()?.value.get(key)?;
        (*value != Value::Bool(false)).then(|| value.clone())
    };
    let changed = MEMBERS.iter().filter_map(|key| {
        let (was, is) = (member(&old, key), member(&new, key));
        (was != is).then_some((*key, was, is))
    });
    let changed: Vec<_> = changed.map(|(key, was, is)| shown(key, was, is)).collect();
    if !changed.is_empty() {
        pair.report(comparison, &XML_CHANGED, KEY, || {
            format!("has another form in XML: {}", words::list(&changed))
        });
    }
}

fn shown(key: &str, was: Option<Value>, is: Option<Value>) -> String {
    let key = words::code(key);
    let value = |value: Option<Value>| value.map(|value| words::value(&value));
    match (value(was), value(is)) {
        (Some(was), Some(is)) => format!("{key} is {is} instead of {was}"),
        (None, Some(is)) => format!("{key} is {is}"),
        (was, None) => format!("{key} is not {} any more", was.unwrap_or_default()),
    }
}
