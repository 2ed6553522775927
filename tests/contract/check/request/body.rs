//! The body: valid JSON of the documented media type, or nothing at all.

use serde_json::Value;

use super::RequestCheck;
use crate::message::Received;

/// What is wrong with the body of `request`.
pub fn problems(check: &RequestCheck, request: &Received) -> Vec<String> {
    let media_types: Vec<&str> = request.header("content-type").collect();
    let Some((content, validator)) = check.operation.body.as_ref().zip(check.body.as_ref()) else {
        let is_nothing = media_types.is_empty() && request.body.is_empty();
        let problem = format!(
            "a body of {} bytes as {media_types:?}, where none belongs",
            request.body.len()
        );
        return if is_nothing {
            Vec::new()
        } else {
            vec![problem]
        };
    };
    let mut problems = Vec::new();
    if media_types != [content.media_type] {
        problems.push(format!(
            "body as {media_types:?} instead of {}",
            content.media_type
        ));
    }
    match serde_json::from_slice::<Value>(&request.body) {
        Ok(body) => problems.extend(
            validator
                .iter_errors(&body)
                .map(|error| format!("body {body}: {error}")),
        ),
        Err(error) => problems.push(format!("body: {error}")),
    }
    problems
}
