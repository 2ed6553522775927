//! The headers: credentials where the document asks for them, and no others than HTTP and the document have.

use super::RequestCheck;
use crate::message::Received;

/// The headers that a client sends of its own (RFC 9110).
const OWN: [&str; 7] = [
    "accept",
    "accept-encoding",
    "authorization",
    "content-length",
    "content-type",
    "host",
    "user-agent",
];

/// What is wrong with the headers of `request`.
pub fn problems(check: &RequestCheck, request: &Received) -> Vec<String> {
    let mut problems = Vec::new();
    let credentials: Vec<&str> = request.header("authorization").collect();
    if credentials != Vec::from_iter(check.authorization) {
        problems.push(format!(
            "credentials {credentials:?} instead of {:?}",
            check.authorization
        ));
    }
    let declared = |name: &str| {
        let mut headers = check.operation.parameters_in("header");
        OWN.contains(&name) || headers.any(|(known, _)| known.eq_ignore_ascii_case(name))
    };
    let undeclared = request.headers.iter().filter(|(name, _)| !declared(name));
    problems.extend(
        undeclared.map(|(name, value)| format!("header `{name}: {value}` is not declared")),
    );
    problems
}
