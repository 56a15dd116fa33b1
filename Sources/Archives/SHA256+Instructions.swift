#if SHA_INSTRUCTIONS
  import CX86

  /// The SHA extensions of x86-64: four words of the schedule, or two rounds, an instruction.
  extension SHA256 {
    /// Asked once; processors before about 2017 have none.
    static let hasInstructions = cx86_cpu_has_sha() == 1

    private typealias Words = SIMD4<UInt32>
    private typealias Register = SIMD2<Int64>

    /// Takes `count` blocks of 64 bytes into `state`. Precondition: `hasInstructions`.
    static func compressByInstructions(
      _ state: inout [UInt32], _ blocks: UnsafeRawPointer, count: Int, constants: UnsafeRawPointer
    ) {
      // The instructions want the eight words as f e b a and h g d c.
      var abef = register(state[5], state[4], state[1], state[0])
      var cdgh = register(state[7], state[6], state[3], state[2])
      let bigEndian = Register(0x0405_0607_0001_0203, 0x0C0D_0E0F_0809_0A0B)
      for block in 0..<count {
        let start = blocks + 64 * block
        func message(_ place: Int) -> Register {
          _mm_shuffle_epi8(load(start + 16 * place), bigEndian)
        }
        var (w0, w4, w8, w12) = (message(0), message(1), message(2), message(3))
        let before = (abef, cdgh)
        for group in 0..<16 {
          let sum = _mm_add_epi32(w0, load(constants + 16 * group))
          cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum)
          abef = _mm_sha256rnds2_epu32(abef, cdgh, Register(sum.y, sum.y))
          // w[t - 16] + sigma0(w[t - 15]) + w[t - 7] + sigma1(w[t - 2]) for t and the next three.
          let (low, high) = (words(w8), words(w12))
          let middle = register(low.y, low.z, low.w, high.x)
          let partial = _mm_add_epi32(_mm_sha256msg1_epu32(w0, w4), middle)
          (w0, w4, w8, w12) = (w4, w8, w12, _mm_sha256msg2_epu32(partial, w12))
        }
        abef = _mm_add_epi32(abef, before.0)
        cdgh = _mm_add_epi32(cdgh, before.1)
      }
      let (first, second) = (words(abef), words(cdgh))
      state = [first.w, first.z, second.w, second.z, first.y, first.x, second.y, second.x]
    }

    @inline(__always)
    private static func load(_ pointer: UnsafeRawPointer) -> Register {
      pointer.loadUnaligned(as: Register.self)
    }

    @inline(__always)
    private static func register(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> Register {
      unsafeBitCast(Words(a, b, c, d), to: Register.self)
    }

    @inline(__always)
    private static func words(_ register: Register) -> Words {
      unsafeBitCast(register, to: Words.self)
    }
  }
#else
  extension SHA256 {
    static let hasInstructions = false
  }
#endif
