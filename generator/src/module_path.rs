use std::fmt;
use std::str::FromStr;

/// The path of a module in the crate that it is part of, such as `crate::client`
/// ([The Rust Reference, paths](https://doc.rust-lang.org/reference/paths.html)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModulePath(String);

/// A text that is not the path of a module.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the path of a module, such as `crate::client`")]
pub struct ModulePathError(String);

impl ModulePath {
    /// Returns the name of the module itself.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.rsplit("::").next().unwrap_or(&self.0)
    }

    /// Returns the path, which begins with `crate::`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ModulePath {
    type Err = ModulePathError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let names = text.strip_prefix("crate::").unwrap_or_default();
        let is_name = |name| syn::parse_str::<syn::Ident>(name).is_ok();
        if names.split("::").all(is_name) {
            Ok(Self(text.to_owned()))
        } else {
            Err(ModulePathError(text.to_owned()))
        }
    }
}

impl fmt::Display for ModulePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_from_the_root_are_taken() {
        for (text, name) in [("crate::client", "client"), ("crate::a::b", "b")] {
            let path: ModulePath = text.parse().unwrap();
            assert_eq!((path.name(), path.as_str()), (name, text));
        }
        for text in [
            "",
            "crate",
            "client",
            "crate::",
            "crate::a-b",
            "crate::fn",
            "crate:: a::",
            "::a",
        ] {
            assert!(text.parse::<ModulePath>().is_err(), "{text}");
        }
    }
}
