use super::*;
use crate::codes::changes::Verdict;

/// Each of `expected` is `line:column [code] message`, in the order of the text.
fn check(text: &str, expected: &[&str]) {
    let shown = match Settings::read("spec/pet-store.toml", text) {
        Ok(_) => String::new(),
        Err(faults) => faults.render(false),
    };
    let mut found: Vec<String> = Vec::new();
    let mut code = "";
    let mut message = "";
    for line in shown.lines() {
        if let Some(rest) = line.strip_prefix("error[settings-") {
            code = rest;
        } else if let Some(rest) = line.strip_prefix("  × ") {
            message = rest;
        } else if let Some((_, place)) = line.split_once("─[spec/pet-store.toml:") {
            found.push(format!("{} [{code} {message}", place.trim_end_matches(']')));
        }
    }
    assert_eq!(found, expected, "{text}\n{shown}");
}

fn help(text: &str) -> String {
    match Settings::read("a.toml", text) {
        Ok(_) => String::new(),
        Err(faults) => faults.iter().map(Diagnostic::help).collect(),
    }
}

const FULL: &str = r#"
unwrap = ["result", "data"]
runtime = { path = "../runtime" }
[package]
name = "pet-store-sdk"
version = "1.2.3"
released = "1.2.2"
description = "Pet Store"
license = "MIT OR Apache-2.0"
repository = "https://example.com/pets"
keywords = ["api", "pets"]
categories = ["api-bindings"]
[environment]
base_url = "PET_STORE_BASE_URL"
[environment.schemes.basicAuth]
username = "PET_STORE_ACCESS_KEY"
password = "PET_STORE_SECRET_KEY"
[environment.schemes."api key"]
token = "PET_STORE_TOKEN"
[encode]
deep-object-arrays = "bracketed"

[decode]
date-time-without-zone = "utc"

[decode.schemas.Pet]
date-with-time = "string"

[decode.schemas.Pet.members.name]
null-as-default = true
any-value = true

[names.operations."GET /pets/{id}"]
function = "get_pet"
parameters.pageSize = "page_size"

[names.schemas.Pet]
type = "Pet"
members = { createdAt = "created_at" }

[diff.severity]
enum-value-added = "compatible"
[diff.accept.old-name]
code = "property-removed"
place = "/components/schemas/Pet/properties/name"
reason = "nobody uses it"
until = 2026-12-31

[lints]
callbacks-ignored = "deny"
[references]
outside = true
"#;

#[test]
fn every_setting_is_read() {
    let some = |text: &str| Some(text.to_owned());
    let package = PackageSettings {
        name: "pet-store-sdk".to_owned(),
        version: "1.2.3".to_owned(),
        released: some("1.2.2"),
        description: some("Pet Store"),
        license: some("MIT OR Apache-2.0"),
        repository: some("https://example.com/pets"),
        keywords: vec!["api".to_owned(), "pets".to_owned()],
        categories: vec!["api-bindings".to_owned()],
    };
    let basic = SchemeVariables {
        username: some("PET_STORE_ACCESS_KEY"),
        password: some("PET_STORE_SECRET_KEY"),
        token: None,
    };
    let key = SchemeVariables {
        token: some("PET_STORE_TOKEN"),
        ..SchemeVariables::default()
    };
    let environment = EnvironmentSettings {
        base_url: some("PET_STORE_BASE_URL"),
        schemes: [("basicAuth".to_owned(), basic), ("api key".to_owned(), key)].into(),
    };
    let name = MemberDecoding {
        decoding: Decoding {
            null_as_default: Some(true),
            ..Decoding::default()
        },
        any_value: true,
    };
    let pet = SchemaDecoding {
        of_schema: Decoding {
            date_with_time: Some(DateWithTime::Text),
            ..Decoding::default()
        },
        of_members: [("name".to_owned(), name)].into(),
    };
    let names = |wire: &str, name: &str| [(wire.to_owned(), name.to_owned())].into();
    let get_pet = OperationNames {
        function: some("get_pet"),
        parameters: names("pageSize", "page_size"),
    };
    let pet_names = SchemaNames {
        ty: some("Pet"),
        members: names("createdAt", "created_at"),
    };
    let accepted = AcceptedChange {
        code: "property-removed".to_owned(),
        place: "/components/schemas/Pet/properties/name".to_owned(),
        reason: "nobody uses it".to_owned(),
        until: some("2026-12-31"),
    };
    let settings = Settings::read("x.toml", FULL);
    assert_eq!(
        settings.ok(),
        Some(Settings {
            package,
            environment,
            encode: EncodeSettings {
                deep_object_arrays: DeepObjectArrays::Bracketed,
            },
            decode: DecodeSettings {
                of_api: Decoding {
                    date_time_without_zone: Some(DateTimeWithoutZone::Utc),
                    ..Decoding::default()
                },
                of_schemas: [("Pet".to_owned(), pet)].into(),
            },
            names: NameSettings {
                of_operations: [("GET /pets/{id}".to_owned(), get_pet)].into(),
                of_schemas: [("Pet".to_owned(), pet_names)].into(),
            },
            diff: DiffSettings {
                severities: [("enum-value-added".to_owned(), Verdict::Compatible)].into(),
                accepted: [("old-name".to_owned(), accepted)].into(),
            },
            lints: LintSettings {
                levels: [("callbacks-ignored".to_owned(), Level::Deny)].into(),
                deny_warnings: false,
            },
            references: ReferenceSettings { outside: true },
            unwrapped: vec!["result".to_owned(), "data".to_owned()],
            origin: Origin::default(),
            runtime: RuntimeSettings::Crate {
                path: some("../runtime"),
            },
        })
    );
}

#[test]
fn every_setting_has_a_default() {
    let settings = Settings::read("spec/Pet Store.toml", "\u{feff}# nothing\n").ok();
    assert_eq!(settings, Some(Settings::for_package("pet-store")));
    let package = Settings::for_package("pet-store").package;
    assert_eq!(
        (package.name.as_str(), package.version.as_str()),
        ("pet-store", "0.1.0")
    );
}

#[test]
fn all_unknown_keys_are_named_with_the_nearest_known_one() {
    let text = "pakage = 1\n[package]\nnmae = \"x\"\n\"é\" = 1\n[environment.schemes.basicAuth]\nuser = \"A\"\n";
    check(
        text,
        &[
            "1:1 [unknown-key] unknown setting `pakage`",
            "3:1 [unknown-key] unknown setting `package.nmae`",
            "4:1 [unknown-key] unknown setting `package.é`",
            "6:1 [unknown-key] unknown setting `environment.schemes.basicAuth.user`",
        ],
    );
}

#[test]
fn the_runtime_is_a_word_or_a_path() {
    let read = |text: &str| Settings::read("a.toml", text).ok().map(|read| read.runtime);
    assert_eq!(
        read("runtime = \"embedded\"\n"),
        Some(RuntimeSettings::Embedded)
    );
    assert_eq!(
        read("runtime = \"crate\"\n"),
        Some(RuntimeSettings::Crate { path: None })
    );
    check(
        "runtime = \"package\"\n",
        &["1:11 [wrong-value] `runtime` takes \"embedded\", \"crate\""],
    );
    check(
        "runtime = { paths = \"a\" }\n",
        &[
            "1:11 [missing-key] `runtime.path` is missing: the folder of the package `clientsmith-runtime`",
            "1:13 [unknown-key] unknown setting `runtime.paths`",
        ],
    );
    check(
        "runtime = 1\n",
        &["1:11 [wrong-type] `runtime` takes a string, not a number"],
    );
}

#[test]
fn one_member_to_unwrap_needs_no_list() {
    let unwrap = |text: &str| {
        Settings::read("a.toml", text)
            .ok()
            .map(|read| read.unwrapped)
    };
    let one = Some(vec!["result".to_owned()]);
    assert_eq!(unwrap("unwrap = \"result\""), one);
    assert_eq!(unwrap("unwrap = [\"result\"]"), one);
    assert_eq!(unwrap(""), Some(Vec::new()));
}

#[test]
fn help_for_unknown_keys() {
    assert!(help("pakage = 1").contains("write `package`,"));
    assert!(help("unwarp = 1").contains("write `unwrap`,"));
    assert!(help("[package]\nnmae = \"x\"").contains("write `name`,"));
    assert!(help("[environment.schemes.a]\nuser = \"A\"").contains("write `username`,"));
    assert_eq!(
        help("zzzzzz = 1"),
        "use one of `unwrap`, `runtime`, `package`, `environment`, `encode`, `decode`, `names`, `diff`, `lints`, `references`"
    );
}

#[test]
fn wrong_types_are_faults() {
    check(
        "environment = 5\n[package]\nname = 1\nkeywords = \"api\"\ncategories = [true]\n",
        &[
            "1:15 [wrong-type] `environment` takes a table, not a number",
            "3:8 [wrong-type] `package.name` takes a string, not a number",
            "4:12 [wrong-type] `package.keywords` takes an array of strings, not a string",
            "5:15 [wrong-type] `package.categories` takes a string, not a boolean",
        ],
    );
    check(
        "unwrap = true\n",
        &["1:10 [wrong-type] `unwrap` takes a string or an array of strings, not a boolean"],
    );
    check(
        "[environment.schemes]\nbasicAuth = \"A\"\n",
        &["2:13 [wrong-type] `environment.schemes.basicAuth` takes a table, not a string"],
    );
}

#[test]
fn wrong_values_are_faults() {
    check(
        "[package]\nname = \"core\"\nversion = \"1\"\nkeywords = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f g\"]\n[environment]\nbase_url = \"url\"\n",
        &[
            "2:8 [wrong-value] `package.name` is `core`, which is the name of a crate that comes with Rust",
            "3:11 [wrong-value] `package.version` is not a version such as `0.1.0`: unexpected end of input while parsing",
            "4:12 [wrong-value] `package.keywords` has 6 entries; at most 5 are allowed",
            "4:38 [wrong-value] `package.keywords` takes keywords of at most 20 ASCII letters, digits, `_`, `-` and `+`, that",
            "6:12 [wrong-value] `environment.base_url` takes the name of a variable: capital letters, digits and `_`, not",
        ],
    );
}

#[test]
fn what_is_no_toml_is_a_fault() {
    check(
        "[package]\nname = \n",
        &["2:8 [syntax] not valid TOML: string values must be quoted, expected literal string"],
    );
    check(
        "[package]\nname = \"a\"\nname = \"b\"\n",
        &["3:1 [syntax] not valid TOML: duplicate key"],
    );
}
