//! A reader of OpenAPI 3.0 documents that shares nothing with the generator.

mod json_schema;
mod operation;

use serde_json::{Map, Value};

pub use json_schema::{Direction, convert, validator};
pub use operation::{Content, Operation};

/// The most references that lead from one to the next.
const REFERENCES: usize = 32;

/// A document as a value tree.
pub struct Document(Value);

impl Document {
    /// Reads `file`, relative to the root of the repository, as YAML or JSON.
    pub fn read(file: &str) -> Self {
        let text = std::fs::read_to_string(clientsmith_tests::root().join(file)).unwrap();
        Self(serde_yaml::from_str(&text).unwrap())
    }

    /// `node`, or what it refers to (OAS 3.0.3, "Reference Object").
    pub fn resolve<'a>(&'a self, mut node: &'a Value) -> &'a Value {
        for _ in 0..REFERENCES {
            let Some(reference) = node.get("$ref").and_then(Value::as_str) else {
                return node;
            };
            let pointer = reference.strip_prefix('#').unwrap();
            node = self
                .0
                .pointer(pointer)
                .unwrap_or_else(|| panic!("{reference} leads nowhere"));
        }
        panic!("{REFERENCES} references lead from one to the next: {node}");
    }

    /// The named schemas.
    pub fn schemas(&self) -> &Map<String, Value> {
        self.components()["schemas"].as_object().unwrap()
    }

    /// The node that holds everything with a name.
    pub fn components(&self) -> &Value {
        &self.0["components"]
    }

    /// The path of the first server, which precedes the path of every operation.
    pub fn base_path(&self) -> &str {
        let url = self.0["servers"][0]["url"].as_str().unwrap();
        let host = url.split_once("://").unwrap().1;
        host.find('/')
            .map_or("", |slash| &host[slash..])
            .trim_end_matches('/')
    }

    /// Every operation, in the order of the document.
    pub fn operations(&self) -> Vec<Operation<'_>> {
        let paths = self.0["paths"].as_object().unwrap().iter();
        paths
            .flat_map(|(path, item)| operation::of_path(self, path, item))
            .collect()
    }

    /// What an operation asks for that does not say so itself.
    fn security(&self) -> &Value {
        &self.0["security"]
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_reference_leads_to_its_target() {
        let root = json!({"components": {"schemas": {"A": {"$ref": "#/components/schemas/B"}, "B": {"type": "string"}}}});
        let document = Document(root);
        assert_eq!(
            document.resolve(&document.schemas()["A"]),
            &json!({"type": "string"})
        );
    }

    #[test]
    fn the_path_of_the_server_precedes_the_operations() {
        let document = |url: &str| Document(json!({"servers": [{"url": url}]}));
        assert_eq!(
            document("https://api.example/public/v1/").base_path(),
            "/public/v1"
        );
        assert_eq!(document("https://api.example").base_path(), "");
    }
}
