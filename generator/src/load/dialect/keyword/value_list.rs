//! Schemas that do nothing but list values: alternatives, and `const` (JSON Schema Validation 2020-12, section 6.1.3).

use hashbrown::HashSet;
use serde_json::{Map, Value};

use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Keywords that an alternative may have beside its values.
const BESIDE: &[&str] = &[
    "$comment",
    "type",
    "const",
    "enum",
    "example",
    "examples",
    "title",
    "description",
    "nullable",
    "deprecated",
];

/// The extension that marks an enum of strings whose document admits strings which it does not list.
pub(crate) const OPEN: &str = "x-clientsmith-open";

/// `oneOf` or `anyOf` of constants is an enum whose values have names and descriptions of their own; a plain `string`
/// among strings says that there may be other values, which [`OPEN`] keeps. Integers beside a plain `string` are
/// values of another type and stay alternatives.
///
/// OpenAPI 3.1.1 describes the first form in its section Annotated Enumerations.
pub(super) fn upgrade(members: &mut Map<String, Value>, _: &Trail<'_>, _: &mut Report) {
    if members.contains_key("enum") {
        return;
    }
    for key in ["oneOf", "anyOf"] {
        let listed = members
            .get(key)
            .and_then(Value::as_array)
            .and_then(|list| Listed::new(list));
        if let Some(listed) = listed {
            members.shift_remove(key);
            listed.put_into(members);
            return;
        }
    }
}

#[derive(Default)]
struct Listed {
    kind: Option<Value>,
    values: Vec<Value>,
    seen: HashSet<Value>,
    names: Vec<Value>,
    descriptions: Vec<Value>,
    is_nullable: bool,
    /// Whether a plain `string` is among the alternatives.
    is_open: bool,
}

impl Listed {
    /// Returns what `alternatives` list, if that is all they do.
    fn new(alternatives: &[Value]) -> Option<Self> {
        let mut listed = Self::default();
        for alternative in alternatives {
            listed.add(alternative.as_object()?)?;
        }
        let texts = listed.values.iter().all(Value::is_string);
        let integers = listed
            .values
            .iter()
            .all(|value| value.is_i64() || value.is_u64());
        let is_list = texts || (integers && !listed.is_open);
        (!listed.values.is_empty() && is_list).then_some(listed)
    }

    fn add(&mut self, alternative: &Map<String, Value>) -> Option<()> {
        let is_plain = |key: &String| key.starts_with("x-") || BESIDE.contains(&key.as_str());
        if !alternative.keys().all(is_plain) {
            return None;
        }
        let kind = alternative.get("type");
        let values = match (alternative.get("const"), alternative.get("enum")) {
            (Some(value), _) => vec![value.clone()],
            (None, Some(Value::Array(values))) => values.clone(),
            _ if is_null(kind) => vec![Value::Null],
            _ if kind.and_then(Value::as_str) == Some("string") => {
                self.is_open = true;
                Vec::new()
            }
            _ => return None,
        };
        self.is_nullable |= values.contains(&Value::Null)
            || alternative.get("nullable") == Some(&Value::Bool(true));
        if !is_null(kind) {
            self.kind = self.kind.take().or_else(|| kind.cloned());
        }
        let text = |key: &str| {
            alternative
                .get(key)
                .filter(|_| values.len() == 1)
                .cloned()
                .unwrap_or_default()
        };
        let (title, description) = (text("title"), text("description"));
        for value in values {
            if !value.is_null() && self.seen.insert(value.clone()) {
                self.values.push(value);
                self.names.push(title.clone());
                self.descriptions.push(description.clone());
            }
        }
        Some(())
    }

    fn put_into(self, members: &mut Map<String, Value>) {
        if let Some(kind) = self.kind {
            members.entry("type").or_insert(kind);
        }
        if self.is_nullable {
            members.insert("nullable".to_owned(), Value::Bool(true));
        }
        if self.is_open {
            members.insert(OPEN.to_owned(), Value::Bool(true));
        }
        members.insert("enum".to_owned(), Value::Array(self.values));
        for (key, texts) in [
            ("x-enum-varnames", self.names),
            ("x-enum-descriptions", self.descriptions),
        ] {
            if texts.iter().any(Value::is_string) {
                members.entry(key).or_insert(Value::Array(texts));
            }
        }
    }
}

fn is_null(kind: Option<&Value>) -> bool {
    kind.is_some_and(|kind| kind.is_null() || kind.as_str() == Some("null"))
}

/// One allowed value is a list of one.
pub(super) fn upgrade_constant(members: &mut Map<String, Value>, _: &Trail<'_>, _: &mut Report) {
    let Some(value) = members.get("const") else {
        return;
    };
    if !members.contains_key("enum") {
        let values = Value::Array(vec![value.clone()]);
        members.insert("enum".to_owned(), values);
    }
}
