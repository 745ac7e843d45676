namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Fills with uniform numbers.</summary>
        public Tensor uniform_(double from = 0, double to = 1, Generator? generator = null) =>
            Draw(generator, g => from + (to - from) * g.NextUniform());

        /// <summary>Fills with normal numbers.</summary>
        public Tensor normal_(double mean = 0, double stddev = 1, Generator? generator = null) =>
            Draw(generator, g => mean + stddev * g.NextNormal());

        /// <summary>Fills with ones at the given probability, else zeros.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            CheckWritable(this);
            (generator ?? Generator.Default).FillBernoulli(this, p);
            return this;
        }

        private Tensor Draw(Generator? generator, Func<Generator, double> draw)
        {
            CheckWritable(this);
            (generator ?? Generator.Default).Fill(this, draw);
            return this;
        }
    }
}
