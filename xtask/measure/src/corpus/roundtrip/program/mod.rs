//! The crate of the test program.

#[cfg(test)]
mod encoder;

use std::collections::BTreeSet;

use super::Plan;

/// Returns the test program for `plan` as a crate called `name`, which depends on the client `client` in the folder
/// beside it: its files by their paths. It takes cases by the number of their type, so that it need not be compiled
/// again when an example changes.
#[must_use]
pub fn program(name: &str, client: &str, plan: &Plan) -> Vec<(String, String)> {
    let rows: Vec<String> = types(plan)
        .iter()
        .map(|ty| format!("    |text| (&Tried::<{ty}>(PhantomData)).run(text),\n"))
        .collect();
    let library = client.replace('-', "_");
    let main = include_str!("main.rs")
        .replace("CLIENT", &library)
        .replace("    ROWS\n", &rows.concat());
    let manifest = MANIFEST.replace("NAME", name).replace("CLIENT", client);
    vec![
        ("Cargo.toml".to_owned(), manifest),
        ("src/main.rs".to_owned(), main),
        (
            "src/encoder.rs".to_owned(),
            include_str!("encoder.rs").to_owned(),
        ),
    ]
}

/// Returns the types of the cases; the program knows them by their numbers.
pub fn types(plan: &Plan) -> BTreeSet<&str> {
    plan.cases.iter().map(|case| case.ty.as_str()).collect()
}

const MANIFEST: &str = r#"[package]
name = "NAME"
edition = "2024"

[dependencies]
CLIENT = { path = "../CLIENT", default-features = false }
serde = { version = "1", default-features = false }
serde_json = "1"
"#;

#[cfg(test)]
mod tests {
    use serde::{Serialize, Serializer};
    use serde_json::json;

    use super::encoder;

    struct CatchAll(&'static str, i64);

    impl Serialize for CatchAll {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_newtype_struct(self.0, &self.1)
        }
    }

    #[test]
    fn values_are_written_as_serde_json_writes_them() {
        let value = json!({"a\"/~": [1, -2.5, null, {}, [], {"é\n": true}], "b": u64::MAX});
        let (text, caught) = encoder::encode(&value).unwrap();
        assert_eq!(text, value.to_string());
        assert_eq!(caught, []);
        assert_eq!(encoder::encode(&0.1_f32).unwrap().0, "0.1");
    }

    #[test]
    fn catch_alls_are_found_with_their_places() {
        let value = std::collections::BTreeMap::from([
            (
                "a/b",
                vec![CatchAll("Wrapper", 1), CatchAll("UnknownInteger", 2)],
            ),
            ("c", vec![CatchAll("Other", 3)]),
        ]);
        let (text, caught) = encoder::encode(&value).unwrap();
        assert_eq!(text, r#"{"a/b":[1,2],"c":[3]}"#);
        let expected = [("/a~1b/1", "UnknownInteger"), ("/c/0", "Other")];
        assert_eq!(caught, expected.map(|(at, name)| (at.to_owned(), name)));
    }
}
