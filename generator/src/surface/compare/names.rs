//! Paths of items.

use super::super::Surface;
use crate::ir::TypeRef;

const MODELS: &str = "models::";

/// Returns the path of the type in `models` or `operations` that an item is or belongs to; other paths are left as they
/// are.
pub(super) fn type_path(path: &str) -> &str {
    let mut parts = path.match_indices("::");
    match (parts.next(), parts.next()) {
        (Some(_), Some((end, _))) => path.get(..end).unwrap_or(path),
        _ => path,
    }
}

/// Returns the path of the same item of the type that the alias in `path` stands for.
pub(super) fn through_aliases(surface: &Surface<'_>, path: &str) -> Option<String> {
    let owner = type_path(path);
    let target = target(surface, owner.strip_prefix(MODELS)?)?;
    Some([MODELS, target, path.get(owner.len()..)?].concat())
}

/// Returns the type of the client that the alias `name` stands for.
pub(super) fn target<'a>(surface: &Surface<'a>, name: &str) -> Option<&'a str> {
    let mut target = *surface.aliases.get(name)?;
    // An alias leads to no alias that leads to it.
    while let TypeRef::Named(name) = target {
        match surface.aliases.get(name.as_str()) {
            Some(next) => target = next,
            None => return Some(name.as_str()),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::type_path;

    #[test]
    fn members_belong_to_types() {
        assert_eq!(type_path("models::Service::paused"), "models::Service");
        assert_eq!(type_path("models::Service"), "models::Service");
        assert_eq!(type_path("Client::get_service"), "Client::get_service");
    }
}
