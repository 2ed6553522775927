//! References that depend on where evaluation began (JSON Schema 2019-09 and 2020-12, section 8.2.3.2).

use serde_json::{Map, Value};

use crate::diagnostics::Pointer;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// They become plain references: to the anchor of that name, or to the component they are in. Nothing else can be meant
/// where components do not extend each other that way.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, _: &mut Report) {
    let target = match members.shift_remove("$dynamicRef") {
        Some(target) => Some(target),
        None if members.shift_remove("$recursiveRef").is_some() => component(trail),
        None => None,
    };
    if let Some(target) = target {
        members.entry("$ref").or_insert(target);
    }
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
