//! Discriminators that are written in another way.

use serde_json::{Value, json};

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
            let message = format!(
                "the discriminator is the text `{name}`; it is read as the name of its property"
            );
            report.warn(&MEMBER_TYPE, trail, message);
            *value = json!({ "propertyName": name });
        }
        Value::Object(members) => {
            let mapping = members.get_mut("mapping");
            if let Some(mapping) = mapping.and_then(Value::as_object_mut) {
                mapping.retain(|_, target| target.is_string());
            } else {
                members.shift_remove("mapping");
            }
        }
        _ => {}
    }
}
