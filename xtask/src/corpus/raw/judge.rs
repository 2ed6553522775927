//! Tells whether a value is valid.

use std::collections::HashMap;

use clientsmith::diagnostics::Pointer;
use jsonschema::{Registry, Validator};
use serde_json::{Value, json};

use super::conversion::{Converted, convert};
use super::{Direction, Raw};

const DOCUMENT: &str = "urn:document";

/// Tells whether values are valid against the schemas of a document. Formats count.
pub struct Judge<'a> {
    raw: &'a Raw,
    rules: HashMap<(Option<Direction>, bool), Option<Rules>>,
    validators: HashMap<(Pointer, Option<Direction>), Option<Validator>>,
}

/// The schemas for values that travel one way.
struct Rules {
    converted: Converted,
    registry: Registry<'static>,
}

impl<'a> Judge<'a> {
    /// A judge for the schemas of `raw`.
    #[must_use]
    pub fn new(raw: &'a Raw) -> Self {
        Self {
            raw,
            rules: HashMap::new(),
            validators: HashMap::new(),
        }
    }

    /// Whether `value`, which travels in `direction`, is valid against the schema at `schema`; `None` if that is no
    /// sound schema.
    pub fn is_valid(
        &mut self,
        schema: &Pointer,
        direction: Option<Direction>,
        value: &Value,
    ) -> Option<bool> {
        let schema = self.raw.resolve(schema);
        let key = (schema, direction);
        if !self.validators.contains_key(&key) {
            let validator = self
                .validator(&key.0, direction, true)
                .or_else(|| self.validator(&key.0, direction, false));
            self.validators.insert(key.clone(), validator);
        }
        let validator = self.validators.get(&key)?.as_ref()?;
        Some(validator.is_valid(value))
    }

    fn validator(
        &mut self,
        schema: &Pointer,
        direction: Option<Direction>,
        patterns: bool,
    ) -> Option<Validator> {
        let raw = self.raw;
        let rules = self
            .rules
            .entry((direction, patterns))
            .or_insert_with(|| rules(raw, direction, patterns));
        let rules = rules.as_ref()?;
        let reference = format!("{DOCUMENT}{}", rules.converted.reference(schema));
        let options = jsonschema::draft202012::options()
            .with_registry(&rules.registry)
            .should_validate_formats(true);
        options.offline().build(&json!({"$ref": reference})).ok()
    }
}

fn rules(raw: &Raw, direction: Option<Direction>, patterns: bool) -> Option<Rules> {
    let mut converted = convert(raw, direction, patterns);
    let root = std::mem::take(&mut converted.root);
    let registry = Registry::new()
        .draft(jsonschema::Draft::Draft202012)
        .add(DOCUMENT, root)
        .ok()?
        .prepare()
        .ok()?;
    Some(Rules {
        converted,
        registry,
    })
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
