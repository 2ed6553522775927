//! What settings call a node: its JSON pointer, with names in place of indices that can change.

use serde_json::Value;

use super::Nodes;
use crate::diagnostics::Pointer;

/// The arrays of schemas whose elements can have titles.
const COMPOSITIONS: &[&str] = &["allOf", "anyOf", "oneOf"];

/// Returns the pointer `at` with parameters as `query:limit` and titled subschemas as `title:Cat` in place of their
/// indices, which change with the order of the document. `at` may have them already.
pub(crate) fn address(document: &Nodes<'_>, at: &Pointer) -> String {
    if !at.tokens().any(|token| is_array(&token)) {
        return at.as_str().to_owned();
    }
    walk(document, at).1.as_str().to_owned()
}

/// Returns the node that settings call `address`, as the document has it; nothing, if it has none.
pub(crate) fn addressed(document: &Nodes<'_>, address: &str) -> Option<Pointer> {
    let (at, _) = walk(document, &Pointer::parse(address));
    document.value(&at).map(|_| at)
}

/// Returns the place that a pointer or address means, and the address of that.
fn walk(document: &Nodes<'_>, at: &Pointer) -> (Pointer, Pointer) {
    let (mut here, mut address) = (Pointer::root(), Pointer::root());
    let mut array = None;
    for token in at.tokens() {
        let list = document.value(&here).and_then(Value::as_array);
        let found = list
            .zip(array.as_deref())
            .and_then(|(list, array)| element_of(document, &here, list, array, &token));
        match found {
            Some((index, label)) => {
                here = here.index(index);
                address = address.child(&label.unwrap_or_else(|| index.to_string()));
            }
            None => {
                here = here.child(&token);
                address = address.child(&token);
            }
        }
        array = is_array(&token).then(|| token.into_owned());
    }
    (here, address)
}

fn is_array(token: &str) -> bool {
    token == "parameters" || COMPOSITIONS.contains(&token)
}

/// Returns the index of the element that `token` means in `list`, which is at `here`, and what it is called there.
fn element_of(
    document: &Nodes<'_>,
    here: &Pointer,
    list: &[Value],
    array: &str,
    token: &str,
) -> Option<(usize, Option<String>)> {
    let label = |index: usize| label(document, &here.index(index), array);
    let count = |wanted: &str| {
        let labels = (0..list.len()).filter_map(label);
        labels.filter(|label| label == wanted).count()
    };
    if let Ok(index) = token.parse::<usize>() {
        // Elements that share a label are distinguished only by their order.
        return Some((index, label(index).filter(|label| count(label) == 1)));
    }
    let index = (0..list.len()).find(|index| label(*index).as_deref() == Some(token))?;
    Some((index, Some(token.to_owned())))
}

/// Returns what the element at `at` is called: a parameter by `in` and name, a subschema by its title.
fn label(document: &Nodes<'_>, at: &Pointer, array: &str) -> Option<String> {
    let text = |node: &Value, key: &str| node.get(key)?.as_str().map(str::to_owned);
    if COMPOSITIONS.contains(&array) {
        let title = text(document.value(at)?, "title")?;
        return Some(format!("title:{title}"));
    }
    let (target, _) = document.resolve(at);
    let node = document.value(&target?)?;
    Some(format!("{}:{}", text(node, "in")?, text(node, "name")?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;

    #[test]
    fn parameters_and_titled_subschemas_have_names() {
        let text = "
openapi: 3.0.3
info: { title: Pets, version: '1' }
components:
  parameters: { Limit: { name: limit, in: query, schema: { type: integer } } }
  schemas:
    Pet: { oneOf: [{ title: Cat, type: object }, { type: object }, { title: A, type: object }, { title: A, type: object }] }
    parameters: { type: object, properties: { parameters: { type: string } } }
paths:
  /pets:
    parameters: [{ name: id, in: header, schema: { type: string } }]
    get:
      operationId: pets
      parameters: [{ $ref: '#/components/parameters/Limit' }, { name: a/b, in: query, schema: { type: string } }]
      responses: { '204': { description: None. } }
";
        let document = Document::read("a.yaml", text.as_bytes()).unwrap();
        let nodes = Nodes::new(&document);
        for (at, expected) in [
            (
                "/paths/~1pets/get/parameters/0",
                "/paths/~1pets/get/parameters/query:limit",
            ),
            (
                "/paths/~1pets/get/parameters/1/schema",
                "/paths/~1pets/get/parameters/query:a~1b/schema",
            ),
            (
                "/paths/~1pets/parameters/0",
                "/paths/~1pets/parameters/header:id",
            ),
            (
                "/components/schemas/Pet/oneOf/0",
                "/components/schemas/Pet/oneOf/title:Cat",
            ),
            (
                "/components/schemas/Pet/oneOf/1",
                "/components/schemas/Pet/oneOf/1",
            ),
            (
                "/components/schemas/Pet/oneOf/2",
                "/components/schemas/Pet/oneOf/2",
            ),
            (
                "/components/schemas/parameters/properties/parameters",
                "/components/schemas/parameters/properties/parameters",
            ),
            (
                "/paths/~1pets/get/responses/204",
                "/paths/~1pets/get/responses/204",
            ),
        ] {
            let at = Pointer::parse(at);
            let found = address(&nodes, &at);
            assert_eq!(found, expected);
            assert_eq!(address(&nodes, &Pointer::parse(&found)), expected);
            assert_eq!(addressed(&nodes, &found), Some(at));
        }
        assert_eq!(
            addressed(&nodes, "/paths/~1pets/get/parameters/query:no"),
            None
        );
    }
}
