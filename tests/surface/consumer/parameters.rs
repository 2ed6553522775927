//! Structs of required parameters.

/// Makes the struct that `item` declares with all of its fields among `items`; nothing else is done with the fields.
pub fn of_struct(items: &[String], item: &str) -> Option<String> {
    if item.starts_with("pub operations::") && item.contains(": ") {
        return Some(String::new());
    }
    let path = item.strip_prefix("pub struct ")?;
    let prefix = format!("pub {path}::");
    let fields = items.iter().filter_map(|item| item.strip_prefix(&prefix));
    let fields: Vec<(&str, &str)> = fields.filter_map(|field| field.split_once(": ")).collect();
    if fields.is_empty() || !path.starts_with("operations::") {
        return None;
    }
    let inputs: Vec<String> = fields
        .iter()
        .map(|(name, ty)| format!("{name}: {ty}"))
        .collect();
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    Some(format!(
        "fn made({}) {{ let made = {path} {{ {} }}; let _ = (made, made.clone()); }}",
        inputs.join(", "),
        names.join(", ")
    ))
}
