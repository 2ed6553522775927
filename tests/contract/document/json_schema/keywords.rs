//! What the contract asks of a schema beside its own keywords.

use serde_json::{Value, json};

use super::Object;

/// Makes members that the schema does not declare wrong, unless it speaks of additional ones.
pub fn close(schema: &mut Object) {
    let members = ["properties", "allOf", "anyOf", "oneOf"];
    if members.iter().any(|keyword| schema.contains_key(*keyword))
        && !schema.contains_key("additionalProperties")
    {
        schema.insert("unevaluatedProperties".to_owned(), json!(false));
    }
}

/// Turns `nullable` into a type (OAS 3.0.3, "Schema Object").
pub fn admit_null(schema: Object) -> Value {
    if schema.get("nullable") == Some(&json!(true)) {
        json!({"anyOf": [schema, {"type": "null"}]})
    } else {
        Value::Object(schema)
    }
}
