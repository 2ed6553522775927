//! A server on the loopback interface that answers from a script and keeps what it was asked.

use crate::step::{Step, json};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// A scripted server on a port of its own.
pub struct Server {
    /// Where it listens, without a trailing slash.
    pub url: String,
    seen: Arc<watch::Sender<Seen>>,
}

#[derive(Clone, Debug, Default)]
struct Seen {
    connections: usize,
    requests: Vec<String>,
    hang_ups: usize,
}

impl Server {
    /// Serves `steps`, one a request; the last one again and again.
    pub async fn start(steps: impl IntoIterator<Item = Step>) -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").await.unwrap(), steps)
    }

    /// As [`Server::start`], on a listener of the caller's.
    pub fn on(listener: TcpListener, steps: impl IntoIterator<Item = Step>) -> Self {
        let url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(watch::Sender::new(Seen::default()));
        let steps: Arc<[Step]> = steps.into_iter().collect();
        tokio::spawn(serve(listener, steps, Arc::clone(&seen)));
        Self { url, seen }
    }

    /// The heads and bodies of the requests so far.
    pub fn requests(&self) -> Vec<String> {
        self.seen.borrow().requests.clone()
    }

    /// The only request so far.
    pub fn request(&self) -> String {
        let requests = self.requests();
        assert_eq!(requests.len(), 1, "{requests:?}");
        requests.concat()
    }

    /// How many connections were made so far.
    pub fn connections(&self) -> usize {
        self.seen.borrow().connections
    }

    /// Waits until `count` requests came.
    pub async fn asked(&self, count: usize) {
        self.wait_for(|seen| seen.requests.len() >= count).await;
    }

    /// Waits until the client closes a connection on which it still awaits an answer.
    pub async fn abandoned(&self) {
        self.wait_for(|seen| seen.hang_ups > 0).await;
    }

    async fn wait_for(&self, condition: impl FnMut(&Seen) -> bool) {
        self.seen.subscribe().wait_for(condition).await.unwrap();
    }
}

async fn serve(listener: TcpListener, steps: Arc<[Step]>, seen: Arc<watch::Sender<Seen>>) {
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        seen.send_modify(|seen| seen.connections += 1);
        tokio::spawn(converse(stream, Arc::clone(&steps), Arc::clone(&seen)));
    }
}

async fn converse(mut stream: TcpStream, steps: Arc<[Step]>, seen: Arc<watch::Sender<Seen>>) {
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
