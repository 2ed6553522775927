//! JSON pointers ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)).

use serde_json::Value;

/// The places of all values in `root`, outer ones first.
#[must_use]
pub fn pointers(root: &Value) -> Vec<String> {
    let mut found = vec![(String::new(), root)];
    let mut next = 0;
    while let Some((pointer, value)) = found.get(next).cloned() {
        let inner = children(value).into_iter();
        found.extend(inner.map(|(token, value)| (format!("{pointer}/{token}"), value)));
        next += 1;
    }
    found.into_iter().map(|(pointer, _)| pointer).collect()
}

/// Takes away what is at `pointer`, if anything is.
pub fn remove(root: &mut Value, pointer: &str) {
    let Some((parent, token)) = pointer.rsplit_once('/') else {
        return;
    };
    match root.pointer_mut(parent) {
        Some(Value::Object(members)) => drop(members.shift_remove(&unescaped(token))),
        Some(Value::Array(items)) => {
            if let Some(place) = token.parse().ok().filter(|place| *place < items.len()) {
                let _ = items.remove(place);
            }
        }
        _ => {}
    }
}

fn children(value: &Value) -> Vec<(String, &Value)> {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| (escaped(key), value))
            .collect(),
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items
                .map(|(place, value)| (place.to_string(), value))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn unescaped(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}
