using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeepmineSentinel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TimeAtWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "WorkedBefore",
                table: "TrainingRuns",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "WorkedBefore",
                table: "TrainingRuns");
        }
    }
}
