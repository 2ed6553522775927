//! Discriminators that are written in another way.

use serde_json::{Value, json};

use super::type_name;
use crate::load::dialect::codes::MEMBER_TYPE;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Makes an object of a discriminator that is only the name of its property, as in Swagger 2.0.
pub(in crate::load::dialect) fn discriminator_from(
    value: &mut Value,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    match value {
        Value::String(name) => {
            let message =
                format!("the discriminator is the string `{name}`; it is read as `propertyName`");
            report.warn(&MEMBER_TYPE, trail, message);
            *value = json!({ "propertyName": name });
        }
        Value::Object(members) => {
            let at = trail.member("mapping");
            match members.get_mut("mapping") {
                Some(Value::Object(mapping)) => {
                    mapping.retain(|value, target| is_text(target, &at.member(value), report));
                }
                Some(other) => {
                    let message = format!("`mapping` is {}; it is ignored", type_name(other));
                    report.warn(&MEMBER_TYPE, &at, message);
                    members.shift_remove("mapping");
                }
                None => {}
            }
        }
        _ => {}
    }
}

/// Whether what a value is mapped to is text, which nothing else can be.
fn is_text(target: &Value, trail: &Trail<'_>, report: &mut Report) -> bool {
    if !target.is_string() {
        let message = format!("a value is mapped to {}; it is ignored", type_name(target));
        report.warn(&MEMBER_TYPE, trail, message);
    }
    target.is_string()
}
