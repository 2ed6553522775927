//! Every answer other than 2xx is an error with its status, its body as it came, and its typed body where the document
//! has one.

mod answer;
mod documented;

use answer::RefusingAnswer;
use documented::documented;

use super::calls::calls;
use super::exchange::exchange;
use super::report;
use crate::contract::Contract;
use crate::document::{Document, Operation};
use crate::sample::{self, Extent, Plan};
use crate::server::Server;

/// Statuses to try where the document is silent about them.
const UNDOCUMENTED: [u16; 2] = [302, 500];

/// Checks every call with refusals, documented or not.
pub async fn refusals<C: 'static>(contract: &Contract<C>) {
    let document = Document::read(contract.document);
    let operations = document.operations();
    let server = Server::start().await;
    let client = (contract.client)(&format!("{}{}", server.url, document.base_path()));
    let mut problems = Vec::new();
    for (operation, call) in calls(contract, &operations) {
        for answer in answers(contract, &document, operation) {
            let ended = exchange(&server, operation, answer.reply.clone(), call(&client)).await;
            let problem = ended.map_or_else(Some, |(outcome, _)| answer.problem(&outcome));
            let status = answer.reply.status;
            problems.extend(
                problem.map(|problem| format!("{}, status {status}: {problem}", operation.id)),
            );
        }
    }
    report(&problems);
}

fn answers<C: 'static>(
    contract: &Contract<C>,
    document: &Document,
    operation: &Operation,
) -> Vec<RefusingAnswer> {
    let mut answers = Vec::new();
    for (status, content) in documented(operation) {
        answers.push(RefusingAnswer::not_json(status));
        for extent in [Extent::Full, Extent::Required] {
            let typed = content
                .map(|content| sample::one(document, content.schema, Plan { extent, round: 0 }));
            let answer = RefusingAnswer::new(contract, status, typed.as_ref().unwrap_or_default());
            answers.push(answer.with_typed(typed));
        }
    }
    let silent = |status: &u16| !answers.iter().any(|answer| answer.reply.status == *status);
    let silent: Vec<u16> = UNDOCUMENTED.into_iter().filter(silent).collect();
    answers.extend(
        silent
            .iter()
            .map(|status| RefusingAnswer::not_json(*status)),
    );
    answers.extend(silent.into_iter().map(RefusingAnswer::undocumented));
    answers
}
