//! References that depend on where evaluation began (JSON Schema 2019-09 and 2020-12, section 8.2.3.2).

use serde_json::{Map, Value};

use crate::diagnostics::Pointer;
use crate::load::dialect::dynamic::RECURSIVE;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// They become plain references: to the anchor of that name, or to the component they are in. Where a schema that
/// refers to this one binds the anchor to another schema, a copy leads there.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let (target, anchor) = match members.shift_remove("$dynamicRef") {
        Some(target) => {
            let anchor = anchor(&target).map(str::to_owned);
            (Some(target), anchor)
        }
        None if members.shift_remove("$recursiveRef").is_some() => {
            (component(trail), Some(RECURSIVE.to_owned()))
        }
        None => return,
    };
    if members.contains_key("$ref") {
        return;
    }
    if let Some(anchor) = anchor {
        report.dynamic.note_reference(&anchor, trail.pointer());
    }
    if let Some(target) = target {
        members.insert("$ref".to_owned(), target);
    }
}

/// The anchor that a dynamic reference names; with a JSON pointer it is a plain reference.
fn anchor(target: &Value) -> Option<&str> {
    let (_, fragment) = target.as_str()?.split_once('#')?;
    (!fragment.is_empty() && !fragment.starts_with('/')).then_some(fragment)
}

fn component(trail: &Trail<'_>) -> Option<Value> {
    let at = trail.pointer();
    let tokens: Vec<_> = at.tokens().take(3).collect();
    let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    match tokens.as_slice() {
        ["components", "schemas", name] => {
            let schemas = Pointer::root().child("components").child("schemas");
            Some(Value::from(format!("#{}", schemas.child(name))))
        }
        _ => None,
    }
}
