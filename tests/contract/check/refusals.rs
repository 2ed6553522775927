//! Every answer other than 2xx is an error with its status, its body as it came, and its typed body where the document
//! has one.

use serde_json::Value;

use super::calls::calls;
use super::exchange::exchange;
use super::report;
use crate::contract::{Contract, Outcome, Refusal};
use crate::document::{Content, Document, Operation};
use crate::same::same;
use crate::sample::{self, Extent, Plan};
use crate::server::{Reply, Server};

/// The statuses that stand for a range of statuses, or for all that a document does not name.
const RANGES: [(&str, &[u16]); 3] =
    [("4XX", &[400, 401, 404, 409, 429, 499]), ("5XX", &[500, 503, 599]), ("default", &[400, 500])];

/// Statuses to try where the document is silent about them.
const UNDOCUMENTED: [u16; 2] = [302, 500];

const NOT_JSON: &[u8] = b"<html>\xff\x00 Bad Gateway</html>";

/// Checks every call with refusals, documented or not.
pub async fn refusals<C>(contract: &Contract<C>) {
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
            problems.extend(problem.map(|problem| format!("{}, status {status}: {problem}", operation.id)));
        }
    }
    report(&problems);
}

/// An answer that refuses, and what the client shows of it.
struct RefusingAnswer {
    reply: Reply,
    code: Option<String>,
    message: Option<String>,
    typed: Option<Value>,
}

impl RefusingAnswer {
    fn new<C>(contract: &Contract<C>, status: u16, body: &Value) -> Self {
        let reply = Reply { status, media_type: Some("application/json".into()), body: body.to_string().into() };
        let text = |pointer| body.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
        let [code, message] = contract.code_and_message.map(text);
        Self { reply, code, message, typed: None }
    }

    fn not_json(status: u16) -> Self {
        let reply = Reply { status, media_type: Some("text/html".into()), body: NOT_JSON.into() };
        Self { reply, code: None, message: None, typed: None }
    }

    fn problem(&self, outcome: &Outcome) -> Option<String> {
        match outcome {
            Outcome::Refused(refusal) if self.is(refusal) => None,
            other => Some(format!("{} gave {other:?}", String::from_utf8_lossy(&self.reply.body))),
        }
    }

    fn is(&self, refusal: &Refusal) -> bool {
        let typed = match (&self.typed, &refusal.typed) {
            (Some(sent), Some(again)) => same(sent, again),
            (sent, again) => sent == again,
        };
        let said = (&refusal.code, &refusal.message) == (&self.code, &self.message);
        typed && said && refusal.status == self.reply.status && refusal.bytes == self.reply.body
    }
}

fn answers<C>(contract: &Contract<C>, document: &Document, operation: &Operation) -> Vec<RefusingAnswer> {
    let mut answers = Vec::new();
    for (status, content) in documented(operation) {
        answers.push(RefusingAnswer::not_json(status));
        for extent in [Extent::Full, Extent::Required] {
            let typed = content.map(|content| sample::one(document, content.schema, Plan { extent, round: 0 }));
            let answer = RefusingAnswer::new(contract, status, typed.as_ref().unwrap_or_default());
            answers.push(RefusingAnswer { typed, ..answer });
        }
    }
    let silent = |status: &u16| !answers.iter().any(|answer| answer.reply.status == *status);
    let silent: Vec<u16> = UNDOCUMENTED.into_iter().filter(silent).collect();
    let body = serde_json::json!({"code": "NEW", "message": "New here."});
    answers.extend(silent.iter().map(|status| RefusingAnswer::not_json(*status)));
    answers.extend(silent.iter().map(|status| RefusingAnswer::new(contract, *status, &body)));
    answers
}

/// The refusals that the document has, each with its body; a status goes before a range, a range before the default
/// (OAS 3.0.3, "Responses Object").
fn documented<'a>(operation: &'a Operation<'a>) -> Vec<(u16, Option<Content<'a>>)> {
    let exact = operation.responses.iter().filter_map(|(status, content)| Some((status.parse().ok()?, *content)));
    let mut documented: Vec<_> = exact.filter(|(status, _)| *status >= 300).collect();
    for (range, statuses) in RANGES {
        let of_range = operation.responses.iter().filter(|(status, _)| status.eq_ignore_ascii_case(range));
        for (status, content) in of_range.flat_map(|(_, content)| statuses.iter().map(move |status| (*status, *content))) {
            if !documented.iter().any(|(known, _)| *known == status) {
                documented.push((status, content));
            }
        }
    }
    documented
}
