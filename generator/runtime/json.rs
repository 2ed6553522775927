//! JSON that is sent.

// region: finite
use super::finite::Finite;
// endregion: finite
use serde::Serialize;
use serde_json::Value;

/// Serializes `value` to JSON text.
///
/// # Errors
///
/// If `Serialize` fails, or the value contains NaN or an infinity.
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, serde_json::Error> {
    let mut text = Vec::with_capacity(128);
    let serializer = &mut serde_json::Serializer::new(&mut text);
    // region: finite
    let serializer = Finite(serializer);
    // endregion: finite
    value.serialize(serializer)?;
    Ok(text)
}

/// Serializes `value` to a JSON value.
///
/// # Errors
///
/// As [`to_vec`].
pub fn to_value<T: Serialize + ?Sized>(value: &T) -> Result<Value, serde_json::Error> {
    let serializer = serde_json::value::Serializer;
    // region: finite
    let serializer = Finite(serializer);
    // endregion: finite
    value.serialize(serializer)
}
