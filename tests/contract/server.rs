//! A loopback server that gives the answers it is told to, and keeps what it was asked.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

use crate::contract::{Answer, Outcome};
use crate::message::{Received, Reply};

/// A server on a port of its own.
pub struct Server {
    /// Its address, without a path.
    pub url: String,
    shared: Arc<Mutex<Shared>>,
}

#[derive(Default)]
struct Shared {
    replies: VecDeque<Reply>,
    received: Vec<Received>,
}

impl Server {
    /// Serves until the runtime ends.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let shared = Arc::new(Mutex::new(Shared::default()));
        tokio::spawn(serve(listener, Arc::clone(&shared)));
        Self { url, shared }
    }

    /// Ends `call`, whose every request gets `reply`: how it ended, and the requests it made.
    pub async fn exchange(&self, reply: Reply, call: Answer) -> (Outcome, Vec<Received>) {
        self.answer([reply]);
        let outcome = call.await;
        (outcome, self.received())
    }

    /// Answers the requests to come with `replies`, and all that follow with the last of them.
    pub fn answer(&self, replies: impl IntoIterator<Item = Reply>) {
        self.shared.lock().unwrap().replies = replies.into_iter().collect();
    }

    /// The requests since this was last asked.
    pub fn received(&self) -> Vec<Received> {
        std::mem::take(&mut self.shared.lock().unwrap().received)
    }
}

impl Shared {
    /// The answer to the next request.
    fn next(&mut self) -> Reply {
        if self.replies.len() > 1 {
            return self.replies.pop_front().unwrap();
        }
        self.replies.front().cloned().unwrap()
    }
}

async fn serve(listener: TcpListener, shared: Arc<Mutex<Shared>>) {
    while let Ok((mut stream, _)) = listener.accept().await {
        let received = Received::read(&mut stream).await;
        let bytes = {
            let mut shared = shared.lock().unwrap();
            shared.received.push(received);
            shared.next().to_bytes()
        };
        stream.write_all(&bytes).await.unwrap();
    }
}
