//! A server on the loopback interface that answers from a script and keeps what it was asked.

use crate::conversation::converse;
use crate::step::Step;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// A scripted server on a port of its own.
pub struct Server {
    /// Where it listens, without a trailing slash.
    pub url: String,
    seen: Arc<watch::Sender<Seen>>,
}

/// What came from clients so far.
#[derive(Debug, Default)]
pub struct Seen {
    /// How many connections were made.
    pub connections: usize,
    /// The requests, heads and bodies.
    pub requests: Vec<String>,
    /// How many connections the client closed while an answer was due.
    pub hang_ups: usize,
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
