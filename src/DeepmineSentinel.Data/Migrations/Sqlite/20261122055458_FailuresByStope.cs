using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeepmineSentinel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FailuresByStope : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Outcomes_StopeId_Class",
                table: "Outcomes",
                columns: new[] { "StopeId", "Class" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outcomes_StopeId_Class",
                table: "Outcomes");
        }
    }
}
