//! A valid document in which each value in turn is one of another kind.

use serde_json::{Value, json};

use crate::documents::text;
use crate::every::every;
use crate::mutations;
use clientsmith_tests::soundness::check;

#[test]
fn every_value_may_be_of_another_kind() {
    let root = mutations::document();
    let pointers = pointers(&root);
    let cases = pointers
        .iter()
        .flat_map(|pointer| odd_values().map(|odd| (pointer, odd)));
    every(cases, |(pointer, odd)| {
        let mut root = root.clone();
        let case = format!("{pointer} is {odd}");
        *root.pointer_mut(pointer).unwrap() = odd;
        let _ = check(&case, &text(&root));
    });
}

fn odd_values() -> [Value; 9] {
    [
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
        json!(""),
        json!("odd"),
        json!([]),
        json!([null, {}]),
        json!({ "$ref": "#/paths" }),
    ]
}

/// The places of all values in `root`.
fn pointers(root: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut next = 0;
    while let Some(pointer) = found.get(next).cloned() {
        let inner: Vec<String> = match root.pointer(&pointer).unwrap() {
            Value::Object(members) => members
                .keys()
                .map(|key| key.replace('~', "~0").replace('/', "~1"))
                .collect(),
            Value::Array(items) => (0..items.len()).map(|place| place.to_string()).collect(),
            _ => vec![],
        };
        found.extend(inner.iter().map(|step| format!("{pointer}/{step}")));
        next += 1;
    }
    found
}
