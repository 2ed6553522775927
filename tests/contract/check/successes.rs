//! Every call sends a valid request, and reads each answer that the document has for success.

mod answer;

use std::collections::BTreeSet;

use answer::answers;

use super::calls::calls;
use super::exchange::exchange;
use super::report;
use super::request::RequestCheck;
use crate::contract::Contract;
use crate::document::Document;
use crate::server::Server;

/// Checks every call with every documented success.
pub async fn successes<C: 'static>(contract: &Contract<C>) {
    let document = Document::read(contract.document);
    let operations = document.operations();
    let server = Server::start().await;
    let client = (contract.client)(&format!("{}{}", server.url, document.base_path()));
    let (mut problems, mut sent) = (Vec::new(), BTreeSet::new());
    for (operation, call) in calls(contract, &operations) {
        let requests = RequestCheck::new(contract, &document, operation);
        for answer in answers(contract, &document, operation) {
            let found = match exchange(&server, operation, answer.reply(), call(&client)).await {
                Ok((outcome, request)) => {
                    let mut found = requests.problems(&request);
                    sent.extend(requests.parts(&request));
                    found.extend(answer.problem(&outcome));
                    found
                }
                Err(problem) => vec![problem],
            };
            problems.extend(
                found
                    .iter()
                    .map(|problem| format!("{}: {problem}", operation.id)),
            );
        }
    }
    let wanted = operations
        .iter()
        .flat_map(|operation| RequestCheck::new(contract, &document, operation).wanted());
    problems.extend(
        wanted
            .filter(|part| !sent.contains(part))
            .map(|part| format!("no call sends {part}")),
    );
    problems.dedup();
    report(&problems);
}
