use serde_json::json;

use super::*;
use crate::corpus::raw::Raw;

fn compare_as(schema: &Value, sent: &Value, again: &Value) -> Option<String> {
    let document = json!({"openapi": "3.1.0", "components": {"schemas": {"A": schema}}});
    let raw = Raw::read(&document.to_string()).unwrap();
    let schema = Pointer::parse("/components/schemas/A");
    let difference = difference(&mut Judge::new(&raw), &schema, None, sent, again);
    difference.map(|difference| difference.to_string())
}

fn compare(sent: &Value, again: &Value) -> Option<String> {
    let schema = json!({"properties": {"a": {}, "b": {"items": {"properties": {"c": {}}}}}});
    compare_as(&schema, sent, again)
}

#[test]
fn instants_absent_nulls_and_unknown_members_are_the_same() {
    assert_eq!(
        compare(&json!({"a": null, "b": 1, "z": 1}), &json!({"b": 1.0})),
        None
    );
    assert_eq!(compare(&json!({}), &json!({"a": null})), None);
    let (sent, again) = (
        json!("2025-05-06T07:08:09+02:00"),
        json!("2025-05-06T05:08:09Z"),
    );
    assert_eq!(compare(&sent, &again), None);
}

#[test]
fn what_differs_is_reported_with_its_place() {
    assert_eq!(
        compare(&json!({"b": [{"c": 1, "d": 2}]}), &json!({"b": [{}]})).unwrap(),
        "`/b/0/c` is lost, it was 1"
    );
    for sent in [json!({}), json!({"a": null})] {
        assert_eq!(
            compare(&sent, &json!({"a": 2})).unwrap(),
            "`/a` is new, it is 2"
        );
    }
    assert_eq!(
        compare(&json!(i64::MAX), &json!(i64::MAX - 1)).unwrap(),
        "the value was 9223372036854775807 and is 9223372036854775806"
    );
    assert_eq!(
        compare(&json!([null]), &json!([])).unwrap(),
        "the value was [null] and is []"
    );
}

#[test]
fn a_number_is_its_text_where_both_are_admitted() {
    for (ty, is_same) in [
        (json!(["integer", "string"]), true),
        (json!(["string"]), false),
    ] {
        let found = compare_as(&json!({"type": ty}), &json!("12"), &json!(12));
        assert_eq!(found.is_none(), is_same, "{ty}");
    }
}

#[test]
fn members_are_known_by_the_subschemas_that_the_value_is_valid_against() {
    let schema = json!({"oneOf": [
        {"required": ["a"], "properties": {"a": {}}},
        {"required": ["b"], "properties": {"b": {}}, "additionalProperties": {"type": "string"}},
    ]});
    let lost = |sent| compare_as(&schema, &sent, &json!({"a": 1, "b": 1}));
    assert_eq!(
        lost(json!({"a": 1, "x": "lost", "b": null})),
        Some("`/b` is new, it is 1".to_owned())
    );
    let schema = json!({"anyOf": [
        {"required": ["a"], "properties": {"a": {}}},
        {"properties": {"c": {}}},
        {"required": ["b"], "properties": {"b": {}}, "additionalProperties": {"type": "string"}},
    ]});
    let lost = |sent| compare_as(&schema, &sent, &json!({"a": 1}));
    assert_eq!(lost(json!({"a": 1, "x": "unknown"})), None);
    assert_eq!(
        lost(json!({"a": 1, "c": 2})).unwrap(),
        "`/c` is lost, it was 2"
    );
}

#[test]
fn every_keyword_that_admits_members_makes_them_known() {
    let lost = Some("`/x-m` is lost, it was 1".to_owned());
    for (schema, expected) in [
        (json!({}), lost.clone()),
        (json!({"properties": {"a": {}}}), None),
        (json!({"patternProperties": {"^x-": {}}}), lost.clone()),
        (json!({"patternProperties": {"^y-": {}}}), None),
        (
            json!({"properties": {"a": {}}, "unevaluatedProperties": true}),
            lost.clone(),
        ),
        (
            json!({"properties": {"a": {}}, "unevaluatedProperties": {"type": "integer"}}),
            lost.clone(),
        ),
        (
            json!({"properties": {"a": {}}, "dependentSchemas": {"a": {"properties": {"x-m": {}}}}}),
            lost.clone(),
        ),
        (
            json!({"properties": {"a": {}}, "dependentSchemas": {"b": {"properties": {"x-m": {}}}}}),
            None,
        ),
        (
            json!({"properties": {"a": {}}, "if": {"required": ["a"]}, "then": {"properties": {"x-m": {}}}}),
            lost.clone(),
        ),
        (
            json!({"properties": {"a": {}}, "if": {"required": ["b"]}, "then": {"properties": {"x-m": {}}}}),
            None,
        ),
        (
            json!({"properties": {"a": {}}, "if": {"required": ["b"]}, "else": {"properties": {"x-m": {}}}}),
            lost,
        ),
    ] {
        let found = compare_as(&schema, &json!({"a": 1, "x-m": 1}), &json!({"a": 1}));
        assert_eq!(found, expected, "{schema}");
    }
}

#[test]
fn a_discriminator_selects_the_schema_that_knows_members() {
    let document = json!({"openapi": "3.0.3", "components": {"schemas": {
        "Base": {"required": ["t"], "properties": {"t": {"type": "string"}}, "discriminator": {"propertyName": "t"}},
        "Sub": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"m": {}}}]},
    }}});
    let raw = Raw::read(&document.to_string()).unwrap();
    let schema = Pointer::parse("/components/schemas/Base");
    let lost = |tag: &str| {
        let sent = json!({"t": tag, "m": 1});
        let difference = difference(
            &mut Judge::new(&raw),
            &schema,
            None,
            &sent,
            &json!({"t": tag}),
        );
        difference.map(|difference| difference.to_string())
    };
    assert_eq!(lost("Sub").unwrap(), "`/m` is lost, it was 1");
    assert_eq!(lost("Other"), None);
}
