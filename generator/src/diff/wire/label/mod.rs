//! What a person calls a place of a document.

mod base;
mod path;

use crate::Document;
use crate::diagnostics::Pointer;
use crate::diff::wire::node::Node;

/// Returns what a person calls the place of `document` at `at`: "property `paused` of `Service`". Names of operations
/// around it are marked.
pub(super) fn label(document: &Document, at: &Pointer) -> String {
    let tokens: Vec<_> = at.tokens().collect();
    let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    let (base, rest) = base::base(document, &tokens);
    path::path(document, at, base, rest)
}

/// Returns what a person calls `node`. Of two that stand for each other it is the newer one; its places tell what
/// became of it.
pub(super) fn labelled(node: &Node<'_>) -> String {
    label(node.document(), &node.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::wire::alike::said_of_one;

    const DOCUMENT: &str = "
openapi: 3.0.3
info: { title: Labels, version: '1' }
paths:
  /pets:
    parameters: [{ name: tenant, in: header, schema: { type: string } }]
    get:
      operationId: listPets
      parameters: [{ $ref: '#/components/parameters/Limit' }]
      responses: {}
    post: { responses: {} }
components:
  parameters: { Limit: { name: limit, in: query } }
  schemas: { Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { title: Dog }, {}] } }
";

    fn check(at: &str, expected: &str) {
        let document = Document::read("labels.yaml", DOCUMENT.as_bytes()).unwrap();
        let label = said_of_one(&label(&document, &Pointer::parse(at)));
        assert_eq!(label, expected, "{at}");
    }

    #[test]
    fn places_in_operations() {
        check("/paths/~1pets/get", "operation `listPets`");
        check("/paths/~1pets/post", "operation `POST /pets`");
        check("/paths/~1pets", "path `/pets`");
        check(
            "/paths/~1pets/parameters/0/schema",
            "parameter `tenant` of path `/pets`",
        );
        let body = "/paths/~1pets/post/requestBody/content/text~1plain/schema";
        check(body, "the request body of `POST /pets`");
        let response = "/paths/~1pets/get/responses/200";
        check(response, "response 200 of `listPets`");
        check(
            &format!("{response}/content/a~1b/schema/properties/c/items"),
            "property `c[]` of the body of response 200 of `listPets`",
        );
        check(
            &format!("{response}/headers/X-A/schema"),
            "header `X-A` of response 200 of `listPets`",
        );
        check(
            "/paths/~1pets/get/callbacks/done/{$url}/post/requestBody",
            "the request body of callback `done` of `listPets`",
        );
        check(
            "/webhooks/new/post/requestBody",
            "the request body of webhook `new`",
        );
    }

    #[test]
    fn places_in_components() {
        check("/components/schemas/Pet", "`Pet`");
        check("/components/parameters/Limit/schema", "parameter `limit`");
        check(
            "/components/responses/Bad/content/a",
            "the body of response `Bad`",
        );
        let property = "/components/schemas/Pet/allOf/1/properties/a/properties/b";
        check(property, "property `a.b` of `Pet`");
        check(
            "/components/schemas/Pet/items/additionalProperties",
            "each value of each item of `Pet`",
        );
        check(
            "/components/schemas/Pet/oneOf/0",
            "subschema `Cat` of `Pet`",
        );
        check(
            "/components/schemas/Pet/oneOf/1",
            "subschema `Dog` of `Pet`",
        );
        check(
            "/components/schemas/Pet/oneOf/2/properties/x",
            "property `x` of subschema `oneOf/2` of `Pet`",
        );
        check("/components/securitySchemes/key", "security scheme `key`");
        check(
            "/x-clientsmith-files/a~1pet.yaml/Cat/items",
            "each item of `Cat`",
        );
        check("/x-clientsmith-files/a~1pet.yaml", "`pet`");
    }
}
