//! One connection of a scripted server.

use crate::server::Seen;
use crate::step::{Step, json};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::watch;

/// Does the next of `steps` for each request on `stream`.
pub async fn converse(mut stream: TcpStream, steps: Arc<[Step]>, seen: Arc<watch::Sender<Seen>>) {
    while let Some(request) = read(&mut stream).await {
        let index = seen.borrow().requests.len();
        seen.send_modify(|seen| seen.requests.push(request.clone()));
        let text = match steps.get(index).or(steps.last()).unwrap() {
            Step::Answer(text) => text.clone(),
            Step::Echo => echo(&request),
            Step::Drop => return,
            Step::Hang => {
                while stream.read(&mut [0; 64]).await.is_ok_and(|count| count > 0) {}
                return seen.send_modify(|seen| seen.hang_ups += 1);
            }
        };
        let sent = stream.write_all(text.as_bytes()).await;
        if sent.is_err() || text.contains("Connection: close\r\n") {
            return;
        }
    }
}

fn echo(request: &str) -> String {
    let path = request.split(' ').nth(1).unwrap();
    let id = path.rsplit('/').next().unwrap();
    match json(&format!(r#"{{"service_id":"{id}"}}"#)) {
        Step::Answer(text) => text,
        other => panic!("{other:?} is no answer"),
    }
}

/// The next request on `stream`, or `None` at its end.
async fn read(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    while !is_whole(&String::from_utf8_lossy(&bytes)) {
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk).await {
            Ok(count) if count > 0 => bytes.extend(chunk.iter().take(count)),
            _ => return None,
        }
    }
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn is_whole(request: &str) -> bool {
    let Some((head, body)) = request.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    length.is_none_or(|length| body.len() >= length.parse().unwrap())
}
