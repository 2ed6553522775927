//! An answer that refuses.

use serde_json::{Value, json};

use crate::contract::{Contract, Outcome, Refusal};
use crate::message::{self, Reply};
use crate::same::same;

const NOT_JSON: &[u8] = b"<html>\xff\x00 Bad Gateway</html>";

/// An answer that refuses, and what the client shows of it.
pub struct RefusingAnswer {
    /// The answer.
    pub reply: Reply,
    code: Option<String>,
    message: Option<String>,
    typed: Option<Value>,
}

impl RefusingAnswer {
    /// A refusal with `status` and a JSON `body`, which has code and message where `contract` says.
    pub fn new<C: 'static>(contract: &Contract<C>, status: u16, body: &Value) -> Self {
        let text = |pointer| {
            body.pointer(pointer)
                .and_then(Value::as_str)
                .map(str::to_owned)
        };
        Self {
            reply: json_reply(status, body),
            code: contract.code.and_then(text),
            message: text(contract.message),
            typed: None,
        }
    }

    /// A refusal that the document does not have, with code and message where many servers put them.
    pub fn undocumented(status: u16) -> Self {
        let body = json!({"code": "NEW", "message": "New here."});
        Self {
            reply: json_reply(status, &body),
            code: Some("NEW".into()),
            message: Some("New here.".into()),
            typed: None,
        }
    }

    /// A refusal by something in between that knows nothing of the API.
    pub fn not_json(status: u16) -> Self {
        let reply = Reply {
            status,
            media_type: Some("text/html".into()),
            body: NOT_JSON.into(),
            ..Reply::default()
        };
        Self {
            reply,
            code: None,
            message: None,
            typed: None,
        }
    }

    /// The same refusal, with `typed` as what the document lets the client show of the body.
    pub fn with_typed(self, typed: Option<Value>) -> Self {
        Self { typed, ..self }
    }

    /// What is wrong with how a call ended that got this answer.
    pub fn problem(&self, outcome: &Outcome) -> Option<String> {
        match outcome {
            Outcome::Refused(refusal) if self.is(refusal) => None,
            other => Some(format!(
                "{} gave {other:?}",
                String::from_utf8_lossy(&self.reply.body)
            )),
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

fn json_reply(status: u16, body: &Value) -> Reply {
    Reply {
        status,
        ..message::json(&body.to_string())
    }
}
