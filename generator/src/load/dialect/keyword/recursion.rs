//! References that depend on where evaluation began (JSON Schema 2019-09 and 2020-12, section 8.2.3.2).

use serde_json::{Map, Value};

use crate::diagnostics::Pointer;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// A reference to the root of its schema becomes one to the component it is in: nothing else can be meant in a document
/// whose components do not extend each other that way.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, _: &mut Report) {
    let is_recursive = |key: &&str| {
        let reference = members.get(*key).and_then(Value::as_str);
        reference
            .is_some_and(|reference| reference.starts_with('#') && !reference.starts_with("#/"))
    };
    let Some(key) = ["$recursiveRef", "$dynamicRef"]
        .into_iter()
        .find(is_recursive)
    else {
        return;
    };
    members.shift_remove(key);
    if members.contains_key("$ref") {
        return;
    }
    let at = trail.pointer();
    let component: Vec<_> = at.tokens().take(3).collect();
    if let [first, second, name] = component.as_slice()
        && (first, second) == (&"components".into(), &"schemas".into())
    {
        let component = Pointer::root()
            .child("components")
            .child("schemas")
            .child(name);
        members.insert("$ref".to_owned(), Value::from(format!("#{component}")));
    }
}
