#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif
import Synchronization
import Threads

/// Threads that run the items of one job at a time; the caller is one of them.
///
/// A job is a C function and a context pointer: nothing is allocated or retained on the way. The
/// caller takes items from the front, the workers from the back, so that with two threads an item
/// stays with its core from step to step; which thread runs an item is still not determined, and an
/// item must write only what is its own. Nobody waits for a worker that took no item. Between jobs
/// the workers look for the next one for a moment and then sleep: under a quota of processor time,
/// waiting in a loop would use up the time of those who work.
public final class WorkerPool: @unchecked Sendable {
  // Unchecked: `job` and `context` are written only while no item is left or under way, before
  // `state` is stored (release), and read only by a thread that has taken an item (acquire).
  public typealias Job = @convention(c) (_ context: UnsafeMutableRawPointer, _ item: Int) -> Void

  /// Those that there are, the caller's included: where the system has fewer to give than were asked
  /// for, the pool goes on with these.
  public private(set) var threadCount: Int
  private var job: Job = { _, _ in }
  private var context = UnsafeMutableRawPointer(bitPattern: 1)!
  /// The items not yet taken, `front..<back`, as `job number << 32 | back << 16 | front`: taking one
  /// is a compare-and-exchange that fails if anything has happened in between.
  private let state = Atomic<UInt64>(0)
  private let unfinished = Atomic<Int>(0)
  private let sleeping = Atomic<Int>(0)
  private let isStopping = Atomic<Bool>(false)
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let wake = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var threads: [ExtraThread] = []
  /// Number of polls before sleeping. If every thread can have a core of its own, for a quarter of
  /// a millisecond: slices end tens of microseconds apart, and a core that was put to sleep takes
  /// longer than that to come back, on a virtual machine 0.3 ms. Else for 10 microseconds.
  private let patience: Int

  /// - Parameter start: starts a thread; a test gives one that cannot.
  public init(
    threadCount: Int,
    start: (@escaping @Sendable () -> Void) -> ExtraThread? = { ExtraThread.start($0) }
  ) {
    precondition(threadCount > 0, "a pool of \(threadCount) threads")
    self.threadCount = threadCount
    patience = threadCount <= Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) ? 100_000 : 4_000
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(wake, nil)
    while threads.count < threadCount - 1 {
      // It ends before the pool does.
      let pool = Unmanaged.passUnretained(self)
      guard let thread = start({ pool._withUnsafeGuaranteedRef { $0.work() } }) else { break }
      threads.append(thread)
    }
    self.threadCount = threads.count + 1
  }

  deinit {
    pthread_mutex_lock(mutex)
    isStopping.store(true, ordering: .sequentiallyConsistent)
    pthread_cond_broadcast(wake)
    pthread_mutex_unlock(mutex)
    for thread in threads { thread.join() }
    pthread_cond_destroy(wake)
    pthread_mutex_destroy(mutex)
    wake.deallocate()
    mutex.deallocate()
  }

  /// Runs `job` for every item of 0..<items (at most 65,535) and returns when all are done.
  public func run(items: Int, context: UnsafeMutableRawPointer, _ job: Job) {
    precondition(items <= 0xFFFF, "\(items) items in one job")
    if threadCount == 1 || items < 2 {
      for item in 0..<items { job(context, item) }
      return
    }
    self.job = job
    self.context = context
    unfinished.store(items, ordering: .relaxed)
    let number = (state.load(ordering: .relaxed) >> 32) &+ 1
    state.store(number << 32 | UInt64(items) << 16, ordering: .sequentiallyConsistent)
    if sleeping.load(ordering: .sequentiallyConsistent) > 0 {
      pthread_mutex_lock(mutex)
      pthread_cond_broadcast(wake)
      pthread_mutex_unlock(mutex)
    }
    while takeItem(fromFront: true) {}
    var looks = 0
    while unfinished.load(ordering: .acquiring) > 0 {
      looks += 1
      if looks > patience { sched_yield() }
    }
  }

  private static func isEmpty(_ state: UInt64) -> Bool {
    (state & 0xFFFF) >= (state >> 16 & 0xFFFF)
  }

  /// Takes one item and runs it; false if none was left.
  private func takeItem(fromFront: Bool) -> Bool {
    var seen = state.load(ordering: .acquiring)
    while !Self.isEmpty(seen) {
      let next = fromFront ? seen + 1 : seen - 1 << 16
      let (isTaken, found) = state.compareExchange(
        expected: seen, desired: next, ordering: .acquiringAndReleasing)
      if isTaken {
        let item = fromFront ? seen & 0xFFFF : next >> 16 & 0xFFFF
        job(context, Int(item))
        unfinished.wrappingSubtract(1, ordering: .acquiringAndReleasing)
        return true
      }
      seen = found
    }
    return false
  }

  private func work() {
    while true {
      var looks = 0
      while !takeItem(fromFront: false) {
        if isStopping.load(ordering: .acquiring) { return }
        looks += 1
        if looks > patience {
          sleep()
          looks = 0
        }
      }
    }
  }

  private func sleep() {
    pthread_mutex_lock(mutex)
    sleeping.wrappingAdd(1, ordering: .sequentiallyConsistent)
    while Self.isEmpty(state.load(ordering: .sequentiallyConsistent)),
      !isStopping.load(ordering: .sequentiallyConsistent)
    {
      pthread_cond_wait(wake, mutex)
    }
    sleeping.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    pthread_mutex_unlock(mutex)
  }
}
