//! What a scripted server does with a request.

/// One step of a server's script, for one request.
#[derive(Clone, Debug)]
pub enum Step {
    /// Sends these bytes, and closes the connection if they say so.
    Answer(String),
    /// Answers with a service whose ID is the last segment of the path that was asked for.
    Echo,
    /// Closes the connection without an answer.
    Drop,
    /// Never answers.
    Hang,
}

/// An answer after which the connection is closed; `headers` are lines that each end in `\r\n`.
pub fn answer(status: &str, headers: &str, body: &str) -> Step {
    kept(status, &format!("{headers}Connection: close\r\n"), body)
}

/// An answer after which the connection stays open.
pub fn kept(status: &str, headers: &str, body: &str) -> Step {
    let length = body.len();
    Step::Answer(format!(
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\n\r\n{body}"
    ))
}

/// `200 OK` with a JSON body.
pub fn json(body: &str) -> Step {
    answer("200 OK", "Content-Type: application/json\r\n", body)
}
