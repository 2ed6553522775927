use serde_json::json;

use super::*;

/// Returns the samples of the schema `A` of `schemas`.
fn samples_of(schemas: &Value, direction: Option<Direction>) -> Vec<Value> {
    let document = json!({"openapi": "3.1.0", "components": {"schemas": schemas}});
    let raw = Raw::read(&document.to_string()).unwrap();
    let mut judge = Judge::new(&raw);
    let root = Root {
        at: Pointer::parse("/components/schemas/A"),
        direction,
    };
    Sampler::new(&mut judge, 1).samples(&root)
}

fn demand(schema: &Value, expected: &[Value]) {
    let found = samples_of(&json!({"A": schema, "B": {"type": "integer"}}), None);
    for value in expected {
        assert!(found.contains(value), "{value} of {schema}: {found:?}");
    }
}

#[test]
fn members_are_present_absent_and_null() {
    let schema = json!({"type": "object", "required": ["r"], "properties": {
        "r": {"const": 1}, "o": {"type": ["boolean", "null"]}, "l": {"type": "array", "items": {"type": "boolean"}},
    }});
    let expected = [
        json!({"r": 1}),
        json!({"r": 1, "o": null}),
        json!({"r": 1, "o": true}),
        json!({"r": 1, "o": false}),
        json!({"r": 1, "l": []}),
        json!({"r": 1, "l": [true]}),
        json!({"r": 1, "o": true, "l": []}),
    ];
    demand(&schema, &expected);
}

#[test]
fn every_subschema_and_listed_value_has_a_sample() {
    let schema = json!({"anyOf": [
        {"enum": ["a", "b"]},
        {"oneOf": [{"type": "null"}, {"type": "array", "items": {"enum": [1, 2]}}]},
        {"$ref": "#/components/schemas/B"},
    ]});
    let expected = [
        json!("a"),
        json!("b"),
        Value::Null,
        json!([]),
        json!([1]),
        json!([2]),
        json!(1),
        json!(2.0),
    ];
    demand(&schema, &expected);
}

#[test]
fn numbers_strings_and_maps_reach_their_bounds() {
    demand(
        &json!({"type": "integer", "minimum": 3, "exclusiveMaximum": 6}),
        &[json!(3), json!(5)],
    );
    demand(
        &json!({"type": "integer", "format": "uint64"}),
        &[json!(0), json!(u64::MAX)],
    );
    demand(
        &json!({"type": "string", "minLength": 2, "maxLength": 3}),
        &[json!("aa"), json!("aaa")],
    );
    demand(
        &json!({"type": "string", "pattern": "^x-[0-9]{3}$"}),
        &[json!("x-000")],
    );
    demand(
        &json!({"type": "object", "additionalProperties": {"const": 7}, "patternProperties": {"^p-": {"const": 8}}}),
        &[json!({}), json!({"further": 7}), json!({"p-": 8})],
    );
}

#[test]
fn members_travel_their_way() {
    let schemas = json!({"A": {"required": ["r", "w"], "properties": {
        "r": {"const": 1, "readOnly": true}, "w": {"const": 2, "writeOnly": true},
    }}});
    for (direction, expected) in [
        (Some(Direction::Request), json!({"w": 2})),
        (Some(Direction::Response), json!({"r": 1})),
        (None, json!({"r": 1, "w": 2})),
    ] {
        let found = samples_of(&schemas, direction);
        assert!(found.contains(&expected), "{found:?}");
        assert!(
            found.iter().all(
                |value| value.as_object().unwrap().len() == expected.as_object().unwrap().len()
            ),
            "{found:?}"
        );
    }
}

#[test]
fn discriminators_select_by_mapping_listed_value_and_name() {
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let tag = json!({"properties": {"t": {"type": "string"}}, "required": ["t"]});
    let schemas = json!({
        "A": {
            "oneOf": [reference("Mapped"), reference("Listed"), reference("Named")],
            "discriminator": {"propertyName": "t", "mapping": {"m": "Mapped"}},
        },
        "Mapped": tag, "Named": tag, "Listed": {"required": ["t"], "properties": {"t": {"enum": ["l"]}}},
    });
    let found = samples_of(&schemas, None);
    // What the validator cannot tell apart, it refuses under `oneOf`.
    assert!(
        found.is_empty() || found.iter().all(|value| value["t"] == "l"),
        "{found:?}"
    );
    let mut schemas = schemas;
    let union = schemas["A"]["oneOf"].take();
    schemas["A"]["anyOf"] = union;
    schemas["A"].as_object_mut().unwrap().remove("oneOf");
    let found = samples_of(&schemas, None);
    for value in ["m", "l", "Named"] {
        assert!(found.contains(&json!({"t": value})), "{value}: {found:?}");
    }
}

#[test]
fn a_base_stands_for_what_extends_it() {
    let schemas = json!({
        "A": {"required": ["t"], "properties": {"t": {"type": "string"}}, "discriminator": {"propertyName": "t"}},
        "B": {"allOf": [{"$ref": "#/components/schemas/A"}, {"properties": {"b": {"const": 1}}}]},
        "C": {"allOf": [{"$ref": "#/components/schemas/B"}, {"required": ["c"], "properties": {"c": {"const": 2}}}]},
    });
    let found = samples_of(&schemas, None);
    for value in [
        json!({"t": "A"}),
        json!({"t": "B", "b": 1}),
        json!({"t": "C", "c": 2}),
    ] {
        assert!(found.contains(&value), "{value}: {found:?}");
    }
}

#[test]
fn schemas_that_hold_themselves_come_to_an_end() {
    let reference = json!({"$ref": "#/components/schemas/A"});
    let schemas =
        json!({"A": {"properties": {"a": reference, "l": {"type": "array", "items": reference}}}});
    let found = samples_of(&schemas, None);
    assert!(found.contains(&json!({"a": {}, "l": []})), "{found:?}");
    let items = json!({"anyOf": [reference, {"type": "string"}]});
    let group = json!({"A": {"properties": {"and": {"type": "array", "items": items}}}});
    let found = samples_of(&group, None);
    assert!(found.contains(&json!({"and": ["a"]})), "{found:?}");
    let endless = json!({"A": {"required": ["a"], "properties": {"a": reference}}});
    let found = samples_of(&endless, None);
    assert!(found.iter().all(|value| !value.is_object()), "{found:?}");
}
