//! Whether a value is valid.

use std::collections::HashMap;

use clientsmith::diagnostics::Pointer;
use jsonschema::{Registry, Validator};
use serde_json::{Map, Value, json};

use super::conversion::{Converted, convert};
use super::{Direction, Inheritance, Kind, Raw, nodes};

const DOCUMENT: &str = "urn:document";

/// Judges whether values are valid against the schemas of a document. Formats count.
pub struct Judge<'a> {
    raw: &'a Raw,
    rules: HashMap<Option<Direction>, Option<Rules>>,
    patterns: HashMap<String, Option<Validator>>,
    inheritance: Inheritance,
}

/// The schemas for values that travel one way.
struct Rules {
    converted: Converted,
    registry: Registry<'static>,
    bundles: Vec<Validator>,
    /// Which bundle judges a schema; `None` for one that is not sound.
    bundle_of: HashMap<Pointer, Option<usize>>,
}

impl<'a> Judge<'a> {
    /// Returns a judge for the schemas of `raw`.
    #[must_use]
    pub fn new(raw: &'a Raw) -> Self {
        Self {
            raw,
            rules: HashMap::new(),
            patterns: HashMap::new(),
            inheritance: Inheritance::new(raw),
        }
    }

    /// Returns the document.
    #[must_use]
    pub fn raw(&self) -> &'a Raw {
        self.raw
    }

    /// Returns which schemas extend which.
    #[must_use]
    pub fn inheritance(&self) -> &Inheritance {
        &self.inheritance
    }

    /// Returns whether `value`, which travels in `direction`, is valid against the schema at `schema`; `None` if that
    /// is no sound schema.
    pub fn is_valid(
        &mut self,
        schema: &Pointer,
        direction: Option<Direction>,
        value: &Value,
    ) -> Option<bool> {
        let raw = self.raw;
        let schema = raw.resolve(schema);
        let rules = self
            .rules
            .entry(direction)
            .or_insert_with(|| rules(raw, direction));
        let rules = rules.as_mut()?;
        if !rules.bundle_of.contains_key(&schema) {
            rules.add(vec![schema.clone()]);
        }
        let validator = rules.bundles.get((*rules.bundle_of.get(&schema)?)?)?;
        let wrapped = Map::from_iter([(schema.as_str().to_owned(), value.clone())]);
        Some(validator.is_valid(&Value::Object(wrapped)))
    }

    /// Returns whether `text` matches the regular expression `pattern`.
    pub fn matches(&mut self, pattern: &str, text: &str) -> bool {
        if !self.patterns.contains_key(pattern) {
            let validator = super::pattern(pattern);
            self.patterns.insert(pattern.to_owned(), validator);
        }
        let validator = self.patterns.get(pattern).and_then(Option::as_ref);
        validator.is_some_and(|validator| validator.is_valid(&json!(text)))
    }
}

impl Rules {
    /// Compiles the schemas at `places` together, because they share what they refer to. What is not sound is split off.
    fn add(&mut self, places: Vec<Pointer>) {
        match self.bundle(&places) {
            Some(validator) => {
                let number = self.bundles.len();
                self.bundles.push(validator);
                self.bundle_of
                    .extend(places.into_iter().map(|place| (place, Some(number))));
            }
            None if places.len() < 2 => self
                .bundle_of
                .extend(places.into_iter().map(|place| (place, None))),
            None => {
                let mut first = places;
                let second = first.split_off(first.len() / 2);
                self.add(first);
                self.add(second);
            }
        }
    }

    /// Returns what judges an object whose members are called after the places of their schemas.
    fn bundle(&self, places: &[Pointer]) -> Option<Validator> {
        let member = |place: &Pointer| {
            let reference = format!("{DOCUMENT}{}", self.converted.reference(place));
            (place.as_str().to_owned(), json!({"$ref": reference}))
        };
        let members: Map<String, Value> = places.iter().map(member).collect();
        let options = jsonschema::draft202012::options()
            .with_registry(&self.registry)
            .should_validate_formats(true);
        options
            .offline()
            .build(&json!({"properties": members}))
            .ok()
    }
}

fn rules(raw: &Raw, direction: Option<Direction>) -> Option<Rules> {
    let mut converted = convert(raw, direction);
    let root = std::mem::take(&mut converted.root);
    let registry = Registry::new()
        .draft(jsonschema::Draft::Draft202012)
        .add(DOCUMENT, root)
        .ok()?
        .prepare()
        .ok()?;
    let mut rules = Rules {
        converted,
        registry,
        bundles: Vec::new(),
        bundle_of: HashMap::new(),
    };
    rules.add(asked_for(raw));
    Some(rules)
}

/// Returns the schemas that are asked for: those with names, those of bodies, and those that tell which of several
/// apply.
fn asked_for(raw: &Raw) -> Vec<Pointer> {
    let schemas = nodes(raw.root())
        .into_iter()
        .filter(|node| node.kind == Kind::Schema);
    let is_asked_for = |at: &Pointer, value: &Value| {
        let last = |at: &Pointer| at.tokens().last().map(std::borrow::Cow::into_owned);
        let outer = at.parent().unwrap_or_default();
        ["allOf", "anyOf", "oneOf"]
            .iter()
            .any(|key| value.get(key).is_some())
            || matches!(last(at).as_deref(), Some("schema" | "if"))
            || matches!(last(&outer).as_deref(), Some("anyOf" | "oneOf"))
            || raw.is_component(at)
    };
    let asked = schemas.filter(|node| is_asked_for(&node.at, node.value));
    let mut places: Vec<Pointer> = asked.map(|node| raw.resolve(&node.at)).collect();
    places.sort();
    places.dedup();
    places
}
#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(document: &Value, direction: Option<Direction>, value: &Value) -> Option<bool> {
        let raw = Raw::read(&document.to_string()).unwrap();
        Judge::new(&raw).is_valid(&Pointer::parse("/components/schemas/A"), direction, value)
    }

    fn document(version: &str, schema: &Value) -> Value {
        json!({"openapi": version, "components": {"schemas": {"A": schema}}})
    }

    #[test]
    fn what_is_read_only_is_not_sent() {
        let schema =
            json!({"required": ["id"], "properties": {"id": {"type": "string", "readOnly": true}}});
        let document = document("3.0.3", &schema);
        assert_eq!(
            verdict(&document, Some(Direction::Request), &json!({})),
            Some(true)
        );
        assert_eq!(
            verdict(&document, Some(Direction::Response), &json!({})),
            Some(false)
        );
        assert_eq!(verdict(&document, None, &json!({})), Some(false));
    }

    #[test]
    fn each_dialect_has_its_own_null() {
        let schema = json!({"type": "object", "nullable": true, "properties": {"a b": {
            "nullable": true, "allOf": [{"$ref": "#/components/schemas/A"}],
        }}});
        let value = json!({"a b": {"a b": null}});
        assert_eq!(
            verdict(&document("3.0.3", &schema), None, &value),
            Some(true)
        );
        assert_eq!(
            verdict(&document("3.1.0", &schema), None, &value),
            Some(false)
        );
        let schema = json!({"type": ["object", "null"]});
        assert_eq!(
            verdict(&document("3.1.0", &schema), None, &Value::Null),
            Some(true)
        );
    }

    #[test]
    fn limits_and_formats_count_but_not_patterns_that_are_none() {
        let schema =
            json!({"type": "integer", "format": "int32", "minimum": 0, "exclusiveMinimum": true});
        let document_ = document("3.0.3", &schema);
        let verdicts = [1, 0, 1 << 31].map(|value: i64| verdict(&document_, None, &json!(value)));
        assert_eq!(verdicts, [Some(true), Some(false), Some(false)]);
        let schema = json!({"type": "string", "pattern": "[", "maxLength": 1});
        let document = document("3.0.3", &schema);
        assert_eq!(verdict(&document, None, &json!("a")), Some(true));
        assert_eq!(verdict(&document, None, &json!("aa")), Some(false));
    }
}
