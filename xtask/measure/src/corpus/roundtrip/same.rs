//! Whether two texts or numbers mean the same.

use chrono::DateTime;
use serde_json::Value;

/// Returns whether two values that are not both objects or both lists mean the same: date-times (RFC 3339) are compared
/// as instants, numbers by their value.
#[must_use]
pub fn same_scalar(sent: &Value, again: &Value) -> bool {
    match (sent, again) {
        (Value::String(sent), Value::String(again)) => sent == again || same_instant(sent, again),
        (Value::Number(sent), Value::Number(again)) => {
            sent == again || (sent.is_f64() || again.is_f64()) && sent.as_f64() == again.as_f64()
        }
        _ => sent == again,
    }
}

fn same_instant(sent: &str, again: &str) -> bool {
    let instant = |text| DateTime::parse_from_rfc3339(text).ok();
    instant(sent).is_some_and(|sent| Some(sent) == instant(again))
}
