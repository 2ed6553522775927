//! The manifest of the generated crate.

use toml::{Table, Value};

use crate::catalog::scalar_row::Library;
use crate::doc_text::is_direction_control;
use crate::emit::Input;
use crate::ir::Api;
use crate::settings::{RuntimeSettings, Settings};

/// The dependencies of every client, as cargo takes them.
///
/// Features are chosen for a lean build: no proc-macros, HTTP/1.1. TLS is reqwest's default, so that
/// other users of reqwest in the same program are not affected. A number that is read and sent back must not change in its last
/// digit.
const DEPENDENCIES: &str = r#"
base64 = "0.23"
bytes = "1.7.1"
fastrand = "2"
form_urlencoded = "1.2"
httpdate = "1"
percent-encoding = "2.3"
reqwest = { version = "0.13", default-features = false }
rustls = { version = "0.23.27", default-features = false, features = ["ring", "std", "tls12"], optional = true }
rustls-platform-verifier = { version = "0.7", optional = true }
secrecy = "0.10.3"
serde = { version = "1.0.204", default-features = false, features = ["std"] }
serde_json = { version = "1.0.100", features = ["float_roundtrip"] }
tokio = { version = "1.40", default-features = false, features = ["time"] }
"#;

/// The dependencies of clients that do not contain the runtime: what their own code names. A number that is read and
/// sent back must not change in its last digit.
const DEPENDENCIES_BESIDE_RUNTIME: &str = r#"
bytes = "1.7.1"
reqwest = { version = "0.13", default-features = false }
serde = { version = "1.0.204", default-features = false, features = ["std"] }
serde_json = { version = "1.0.100", features = ["float_roundtrip"] }
"#;

/// The package that contains the runtime, in the same version as the generator.
const RUNTIME: &str = "clientsmith-runtime";

const FEATURES: &str = r#"
[features]
default = ["rustls"]
# TLS by rustls, with the platform's root certificates.
rustls = ["reqwest/rustls"]
# TLS by rustls with ring, for clients only. Unless `rustls` is enabled elsewhere in the program, other users of
# reqwest have to install a `CryptoProvider`.
rustls-ring = ["reqwest/rustls-no-provider", "dep:rustls", "dep:rustls-platform-verifier"]
# TLS by the platform's library.
native-tls = ["reqwest/native-tls"]
# gzip-compressed responses.
gzip = ["reqwest/gzip"]
# HTTP/2, negotiated by ALPN.
http2 = ["reqwest/http2"]
# SOCKS proxies.
socks = ["reqwest/socks"]
"#;

const LINTS: &str = r#"
[lints.rust]
missing_docs = "warn"
unsafe_code = "forbid"

[lints.clippy]
pedantic = { level = "warn", priority = -1 }
# Names, values and descriptions are the document's.
disallowed_names = "allow"
doc_link_with_quotes = "allow"
doc_markdown = "allow"
enum_variant_names = "allow"
fn_params_excessive_bools = "allow"
large_enum_variant = "allow"
many_single_char_names = "allow"
match_same_arms = "allow"
module_inception = "allow"
module_name_repetitions = "allow"
self_named_constructors = "allow"
should_implement_trait = "allow"
similar_names = "allow"
struct_excessive_bools = "allow"
struct_field_names = "allow"
too_many_lines = "allow"
type_complexity = "allow"
unreadable_literal = "allow"
zero_sized_map_values = "allow"
# The layout decides whether an arm is a block.
semicolon_if_nothing_returned = "allow"
"#;

pub(super) fn cargo_toml(input: Input<'_>) -> String {
    let package = package(input);
    let of_scalars: String = input.api.libraries().into_iter().map(line_of).collect();
    let (dependencies, features) = match &input.settings.runtime {
        RuntimeSettings::Embedded => (DEPENDENCIES.to_owned(), FEATURES.to_owned()),
        RuntimeSettings::Crate { path } => (
            format!("{DEPENDENCIES_BESIDE_RUNTIME}{}", runtime(path.as_deref())),
            forwarded(),
        ),
    };
    let dependencies = sorted(&format!("{}{of_scalars}", dependencies.trim_start()));
    let header = crate::package::HEADER.replacen("//", "#", 1);
    format!(
        "{header}\n\n[package]\n{package}\n[dependencies]\n{dependencies}\n[dev-dependencies]\ntokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n{features}{LINTS}"
    )
}

fn line_of(library: Library) -> String {
    format!("{} = {}\n", library.name, library.dependency)
}

/// Returns the dependency on the runtime.
fn runtime(path: Option<&str>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let path = path.map(|path| format!("path = {}, ", Value::from(path)));
    let path = path.unwrap_or_default();
    format!("{RUNTIME} = {{ {path}version = \"{version}\", default-features = false }}\n")
}

/// Returns the features of a client that are those of the runtime.
fn forwarded() -> String {
    let lines = FEATURES.lines().map(|line| match line.split_once(" = ") {
        Some((name, _)) if name != "default" => format!("{name} = [\"{RUNTIME}/{name}\"]\n"),
        _ => format!("{line}\n"),
    });
    lines.collect()
}

/// Returns what the crate is, in one line.
pub(crate) fn description(api: &Api, settings: &Settings) -> String {
    let given = settings.package.description.clone();
    given.unwrap_or_else(|| format!("Client of {}", plain(&api.title)))
}

/// Returns the lints that a client lets pass, with their groups.
pub(crate) fn allowed_lints() -> Vec<String> {
    let lints: Table = toml::from_str(LINTS).unwrap_or_default();
    let clippy = lints.get("lints").and_then(|lints| lints.get("clippy"));
    let clippy = clippy.and_then(Value::as_table).into_iter().flatten();
    let allowed = clippy.filter(|(_, level)| level.as_str() == Some("allow"));
    allowed.map(|(lint, _)| format!("clippy::{lint}")).collect()
}

/// Text on one line, without what does not show.
fn plain(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|letter| !is_direction_control(*letter))
        .collect();
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn sorted(lines: &str) -> String {
    let mut lines: Vec<&str> = lines.lines().collect();
    lines.sort_unstable();
    lines.join("\n") + "\n"
}

fn package(input: Input<'_>) -> String {
    let package = &input.settings.package;
    let description = description(input.api, input.settings);
    let mut lines = vec![
        line("name", package.name.as_str().into()),
        line("version", package.version.clone().into()),
        line("edition", "2024".into()),
        line("rust-version", "1.88".into()),
        line("description", description.into()),
        line("readme", "README.md".into()),
    ];
    lines.extend(
        package
            .license
            .as_deref()
            .map(|license| line("license", license.into())),
    );
    lines.extend(
        package
            .repository
            .as_deref()
            .map(|repository| line("repository", repository.into())),
    );
    for (key, values) in [
        ("keywords", &package.keywords),
        ("categories", &package.categories),
    ] {
        if !values.is_empty() {
            lines.push(line(key, values.clone().into()));
        }
    }
    lines.concat()
}

fn line(key: &str, value: Value) -> String {
    Table::from_iter([(key.to_owned(), value)]).to_string()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalog::scalars::libraries;

    #[test]
    fn no_client_is_called_what_it_depends_on() {
        let of_scalars: BTreeSet<Library> = libraries().collect();
        let of_scalars: String = of_scalars.into_iter().map(line_of).collect();
        let dependencies: Table = toml::from_str(&format!("{DEPENDENCIES}{of_scalars}")).unwrap();
        for name in dependencies.keys().map(String::as_str).chain([RUNTIME]) {
            let refused = Settings::read("a.toml", &format!("package.name = \"{name}\"\n"));
            assert!(refused.is_err(), "{name}");
        }
    }
}
