//! Fields and variants.

/// Reads a field, or makes and matches a variant.
pub fn of_member(declaration: &str) -> String {
    if let Some((path, ty)) = declaration.split_once(": ") {
        let (of, field) = path.rsplit_once("::").unwrap();
        return format!("fn read(value: &{of}) -> &{ty} {{ &value.{field} }}");
    }
    match declaration.split_once('(') {
        Some((path, content)) => holding(path, content.strip_suffix(')').unwrap()),
        None => unit(declaration),
    }
}

fn holding(path: &str, content: &str) -> String {
    let (of, _) = path.rsplit_once("::").unwrap();
    format!(
        "fn made(value: {content}) -> {of} {{ {path}(value) }} \
         fn read(value: &{of}) -> Option<&{content}> {{ match value {{ {path}(inner) => Some(inner), _ => None }} }}"
    )
}

fn unit(path: &str) -> String {
    let (of, _) = path.rsplit_once("::").unwrap();
    format!(
        "fn made() -> {of} {{ {path} }} \
         fn is(value: &{of}) -> bool {{ match value {{ {path} => true, _ => false }} }}"
    )
}
